import { type Capability, getService, type Service } from '../../contract/organization.ts';
import { route } from '../http/routing.ts';

/** What the sandbox says of itself; asked for without a token. */
export const serviceAnswer = (capabilities: ReadonlySet<Capability>): Service => ({
  name: 'psyctl-sandbox',
  version: '1',
  capabilities: [...capabilities],
  sandbox: true,
});

/** `/v1` as a path with its methods; what it answers doesn't depend on who asks. */
export const serviceRoutes = [route(getService, () => ({ answer: serviceAnswer(new Set()) }))];
