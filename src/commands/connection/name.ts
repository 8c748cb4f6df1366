import { Failure } from '../../failures/failure.ts';
import { currentOf, SANDBOX } from '../../settings/choose.ts';
import type { Settings } from '../../settings/connections.ts';
import type { Around } from '../command.ts';

/** The name of a connection, as an argument gives it. Throws `missing-value` where none is given. */
export function nameGiven(name: string): string {
  if (name === '') throw noName();
  return name;
}

/** The name of a connection, picked in a terminal from those there are. Throws `missing-value` where none is. */
export async function namePicked({ texts: { auth } }: Around, settings: Settings): Promise<string> {
  const known = Object.entries(settings.connections).map(([name, { url }]) => ({
    value: name,
    label: `${name}  ${url}`,
  }));
  const choices = [...known, { value: SANDBOX, label: `${SANDBOX}  ${auth.embedded}` }];
  const { pick, PromptAborted } = await import('../../terminal/confirm.ts');
  try {
    return await pick({ message: auth.askConnection, choices, default: currentOf(settings), keys: auth.pickKeys });
  } catch (error) {
    throw error instanceof PromptAborted ? noName() : error;
  }
}

const noName = () => new Failure('missing-value', { name: 'NAME' });
