import type { Reader } from '../../api/index.ts';
import { getMe, getOrganization, getService, type Me } from '../../contract/organization.ts';
import type { Around, Target } from '../command.ts';

/** Whom a token acts as, and where. */
export interface Whom {
  readonly me: Me;
  readonly organization: { readonly id: string; readonly name: string };
  readonly sandbox: boolean;
}

/** Asks an API whom a token acts as. Throws what asking throws: `token-refused`, `untrusted`, `unreachable`. */
export async function whomOf(on: Around, to: Target): Promise<Whom> {
  const connection = await on.connect(to);
  try {
    return await askWhom(connection.reader);
  } finally {
    await connection.close();
  }
}

/** The same of an open connection. */
export async function askWhom(reader: Reader): Promise<Whom> {
  const [me, organization, service] = await Promise.all([
    reader.read(getMe),
    reader.read(getOrganization),
    reader.read(getService),
  ]);
  const { id, name } = organization.body;
  return { me: me.body, organization: { id, name }, sandbox: service.body.sandbox };
}

/** What JSON says of whom a token acts as. */
export const whomJson = ({ me, organization, sandbox }: Whom) => ({
  member: { id: me.id, email: me.email, name: me.name, roles: me.roles },
  scopes: me.scopes,
  organization,
  sandbox,
});
