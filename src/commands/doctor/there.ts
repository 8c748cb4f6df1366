import type { Reader } from '../../api/index.ts';
import { Capability, getService, type Service } from '../../contract/organization.ts';
import { Failure } from '../../failures/failure.ts';
import { placeSaid, scopesSaid, whomSaid } from '../auth/saying.ts';
import { askWhom } from '../auth/whom.ts';
import type { Around, Opened } from '../command.ts';
import { type Finding, failed, ok, orFailure, warn } from './finding.ts';

/** The version of the contract that psyctl knows. */
const KNOWN_MAJOR = '1';

/** What the API says of itself and of the token. */
export async function thereFindings(on: Around, opened: Opened): Promise<Finding[]> {
  const { texts } = on;
  const connection = await on.connect(opened);
  try {
    const { reader } = connection;
    const service = await orFailure(async () => (await reader.read(getService)).body);
    // What refuses the token answers, after all.
    if (service instanceof Failure && service.code === 'token-refused') {
      return [ok('api', texts.doctor.answers), failed('token', service, texts)];
    }
    if (service instanceof Failure) return [failed('api', service, texts)];
    return [...serviceFindings(service, on), ...(await tokenFindings(reader, opened, on))];
  } finally {
    await connection.close();
  }
}

function serviceFindings({ name, version, capabilities }: Service, { texts: { doctor } }: Around): Finding[] {
  const missing = Capability.options.filter((one) => !capabilities.includes(one));
  return [
    version.split('.')[0] === KNOWN_MAJOR
      ? ok('api', doctor.api(name, version))
      : warn('api', doctor.otherVersion(name, version, KNOWN_MAJOR)),
    missing.length === 0 ? ok('capabilities', doctor.capabilities) : warn('capabilities', doctor.lacks(missing)),
  ];
}

async function tokenFindings(reader: Reader, { from }: Opened, on: Around): Promise<Finding[]> {
  const { texts } = on;
  const whom = await orFailure(() => askWhom(reader));
  if (whom instanceof Failure) return [failed('token', whom, texts)];
  return [
    ok('token', texts.doctor.token(whomSaid(whom, texts), placeSaid(from, on))),
    ok('scopes', scopesSaid(whom, texts)),
  ];
}
