// Loaded before psyctl by `node --require`: stands in for the system's keyring. FAKE_KEYRING is the file of what it holds,
// or `silent`, which is what a Linux without a desktop has, or `missing`, where none was installed.
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const Module = require('node:module');

const file = process.env.FAKE_KEYRING ?? 'missing';
const load = Module._load;
const read = () => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {});
const write = (kept) => writeFileSync(file, JSON.stringify(kept));

class AsyncEntry {
  constructor(service, name) {
    this.key = `${service} ${name}`;
  }
  async getPassword() {
    return file === 'silent' ? null : (read()[this.key] ?? null);
  }
  async setPassword(secret) {
    if (file === 'silent') throw new Error('Couldn’t access platform storage: AccessDenied');
    write({ ...read(), [this.key]: secret });
  }
  async deletePassword() {
    const { [this.key]: had, ...others } = file === 'silent' ? {} : read();
    if (had !== undefined) write(others);
    return had !== undefined;
  }
}

Module._load = (name, ...more) => {
  if (name !== '@napi-rs/keyring') return load(name, ...more);
  if (file !== 'missing') return { AsyncEntry };
  throw Object.assign(new Error(`Cannot find module '${name}'`), { code: 'MODULE_NOT_FOUND' });
};
