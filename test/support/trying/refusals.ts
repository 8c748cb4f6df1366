import { expect } from 'vitest';
import { requestOf } from '../../../src/executing/requests/index.ts';
import { Failure } from '../../../src/failures/failure.ts';
import { changed } from '../../../src/planning/actions/set-change.ts';
import type { Step } from '../../../src/planning/plan.ts';
import type { Planned } from '../psyctl.ts';
import type { TestSandbox } from '../sandbox.ts';

/**
 * What psyctl alone keeps back, out of caution: the API would take it one by one. And no role at all, which the contract
 * has no way to ask for.
 */
const OWN_CAUTION: ReadonlySet<string> = new Set(['no-seat', 'last-administrators', 'no-role-left']);

/** Law 4, and the sandbox's word on it: what the planner refuses, the API refuses too, if maybe by another of its rules. */
export async function expectRefusalsToBeReal(test: TestSandbox, { plan, snapshot }: Planned): Promise<void> {
  for (const step of plan.steps.filter((one) => one.status === 'refused')) {
    if (OWN_CAUTION.has(step.refusal?.reason ?? '') || isAboutNew(step)) continue;
    const failure = await sent(test, step, snapshot);
    expect(failure, `${step.action}: ${step.refusal?.reason} must be refused by the API too`).toBeInstanceOf(Failure);
    expect(['refused', 'forbidden', 'not-found', 'act-as-refused', 'conflict']).toContain((failure as Failure).code);
  }
}

/** Whether a row is about something the plan would have created: there is nothing to send then. */
const isAboutNew = ({ action, intent, target }: Step): boolean =>
  // Making a space is asked of the API by what it is made of, not by what it will be.
  action !== 'space.create' && (target.id.startsWith('new:') || JSON.stringify(intent).includes('"new:'));

/** Sends a row just as it was asked for, whatever the plan made of it. */
async function sent(test: TestSandbox, step: Step, snapshot: Planned['snapshot']): Promise<unknown> {
  const { intent } = step;
  const { endpoint, params, body } = requestOf({ step, snapshot, idOf: (id) => id });
  return await test.admin.changer
    .change(endpoint, { params, body: bodyOf(intent, snapshot) ?? body, actAs: intent.actor })
    .catch((error) => error);
}

/** What a row asks for, where the request of a refused one says too little of it. */
function bodyOf(intent: Step['intent'], { state }: Planned['snapshot']): object | undefined {
  if (intent.action === 'share.set') return shareBody(intent);
  const held = 'member' in intent ? state.members.get(intent.member) : undefined;
  const roles = intent.action === 'member.set-roles' ? changed(held?.roles ?? [], intent) : [];
  // Who may not set roles at all may not set just those they have.
  if (intent.action === 'member.set-roles') return { roles: roles.length > 0 ? roles : held?.roles };
  return intent.action === 'member.assign-schools' ? { schools: changed(held?.schools ?? [], intent) } : undefined;
}

const shareBody = ({ level, requireApproval }: Extract<Step['intent'], { action: 'share.set' }>) => ({
  access: level,
  ...(requireApproval === null ? {} : { requireApproval }),
});
