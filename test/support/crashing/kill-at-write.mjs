// Loaded into a psyctl process before anything else: kills it at the nth write of its journal, so that tests find out
// what is left. Only a journal is written by appending to an open file.
import { open, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [when, nth] = (process.env.KILL_AT_WRITE ?? '').split(':');
const probe = join(tmpdir(), `psyctl-probe-${process.pid}`);
const handle = await open(probe, 'w');
const prototype = Object.getPrototypeOf(handle);
await handle.close();
await unlink(probe);

if (when === 'count') process.on('exit', () => process.stderr.write(`writes: ${writes}\n`));

const { appendFile } = prototype;
let writes = 0;
prototype.appendFile = async function (text, ...rest) {
  writes += 1;
  if (writes !== Number(nth)) return await appendFile.call(this, text, ...rest);
  if (when === 'after') await appendFile.call(this, text, ...rest);
  if (when === 'torn') await appendFile.call(this, text.slice(0, Math.ceil(text.length / 2)), ...rest);
  process.kill(process.pid, 'SIGKILL');
  // The signal is on its way: nothing more may be done.
  await new Promise(() => {});
};
