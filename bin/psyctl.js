#!/usr/bin/env node
// Starts psyctl. What is in dist/ was compiled when it was built, and is kept beside it: loading that takes half the time of
// compiling it again. Where it doesn't fit the Node at hand, V8 says so and compiles as ever.
// Node's own modules are asked for directly: as imports they cost more than all of this.
const { readFileSync } = process.getBuiltinModule('node:fs');
const { fileURLToPath } = process.getBuiltinModule('node:url');
const { dirname, join } = process.getBuiltinModule('node:path');
const { Script } = process.getBuiltinModule('node:vm');

const loaded = new Map();
/** For the build, which keeps what was compiled. */
const onCompiled = globalThis[Symbol.for('psyctl.compiled')];

function load(file) {
  const known = loaded.get(file);
  if (known) return known.exports;
  const script = new Script(`(function (exports, require, module, __filename) {${readFileSync(file, 'utf8')}\n})`, {
    filename: file,
    cachedData: onCompiled ? undefined : compiled(file),
  });
  onCompiled?.(script, file);
  const module = { exports: {} };
  loaded.set(file, module);
  script.runInThisContext()(module.exports, requireFrom(file), module, file);
  return module.exports;
}

function compiled(file) {
  try {
    return readFileSync(`${file}.bin`);
  } catch {
    return undefined;
  }
}

const requireFrom = (file) => (name) => {
  if (name.startsWith('.')) return load(join(dirname(file), name));
  return process.getBuiltinModule(name) ?? process.getBuiltinModule('node:module').createRequire(file)(name);
};

const main = load(join(dirname(fileURLToPath(import.meta.url)), '../dist/main.cjs'));
// The build runs several commands, and none by itself.
if (!onCompiled) await main.start();
export default main;
