import { HEADERS } from '../../contract/common.ts';
import type { Capability } from '../../contract/organization.ts';
import { Capability as CapabilitySchema } from '../../contract/organization.ts';
import { Faults } from '../../contract/sandbox.ts';
import { randomOf } from '../random.ts';
import { ProblemError } from './problem.ts';

interface Window {
  endsAt: number;
  left: number;
}

/** What goes wrong with one request; drawn once, so that the same seed gives the same sequence. */
export interface Misfortune {
  readonly fails: boolean;
  readonly dropsBefore: boolean;
  readonly dropsAfter: boolean;
}

/** What the sandbox was told to get wrong, and the limits it keeps meanwhile. */
export class FaultInjector {
  settings: Faults = Faults.parse({});
  capabilities: ReadonlySet<Capability> = new Set(CapabilitySchema.options);
  private random = randomOf(1);
  private readonly windows = new Map<string, Window>();

  /** Replaces every setting; what was drawn so far is forgotten. */
  set(settings: Faults): void {
    this.settings = settings;
    this.capabilities = new Set(CapabilitySchema.options.filter((each) => !settings.disable.includes(each)));
    this.random = randomOf(settings.seed);
    this.windows.clear();
  }

  /** Draws what happens to the next request. */
  draw(): Misfortune {
    const { errorRate, dropBefore, dropAfter } = this.settings;
    const [error, before, after] = [this.random(), this.random(), this.random()];
    return { fails: error < errorRate, dropsBefore: before < dropBefore, dropsAfter: after < dropAfter };
  }

  /** Throws if the next request of a batch is to fail. */
  drawItem(): void {
    if (this.settings.errorRate > 0 && this.draw().fails) throw failure();
  }

  /**
   * Counts a request of a token.
   * @returns the RateLimit fields; none without a limit
   * @throws ProblemError `rate-limited` with Retry-After
   */
  count(token: string, now = Date.now()): Record<string, string> {
    const limit = this.settings.rateLimit;
    if (!limit) return {};
    let window = this.windows.get(token);
    if (!window || window.endsAt <= now) {
      window = { endsAt: now + limit.perSeconds * 1000, left: limit.requests };
      this.windows.set(token, window);
    }
    const seconds = Math.max(1, Math.ceil((window.endsAt - now) / 1000));
    const fields = (left: number) => ({
      [`${HEADERS.rateLimit}-Policy`]: `"default";q=${limit.requests};w=${limit.perSeconds}`,
      [HEADERS.rateLimit]: `"default";r=${left};t=${seconds}`,
    });
    if (window.left === 0) {
      const headers = { ...fields(0), [HEADERS.retryAfter]: String(seconds) };
      throw new ProblemError('rate-limited', `wait ${seconds} s before asking again`, undefined, headers);
    }
    window.left -= 1;
    return fields(window.left);
  }
}

/** The error the sandbox was told to answer with, before anything was done. */
export const failure = (): ProblemError => new ProblemError('server-error', 'the sandbox was told to fail');
