import type { ChangeEndpoint } from '../../api/endpoints.ts';
import type { Id } from '../../model/organization.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { Step } from '../../planning/plan.ts';

/** What is sent for a step: an endpoint of the contract, the names in its path, and the body. */
export interface Request {
  readonly endpoint: ChangeEndpoint;
  readonly params: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** The ETag to send where it isn't the target's: a transfer's own, say. */
  readonly etag?: string | null;
  /** Whether the ETag of the answer is the target's: then the next step on it rests on that. */
  readonly answersForTarget?: boolean;
}

/** What a request is made with. */
export interface Making {
  readonly step: Step;
  readonly snapshot: Snapshot;
  /** The id the API uses: of what the plan itself made, the one it was answered. */
  idOf(id: Id): Id;
}
