#!/usr/bin/env node
// Starts psyctl. What is in dist/ was compiled when it was built, and is kept beside it: loading that takes half the time of
// compiling it again. Where it doesn't fit the Node at hand, V8 says so and compiles as ever.
// Not an ES module (package.json beside it says so): Node begins those later, by more than this takes.
const { readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

/** For the build, which keeps what was compiled. */
const onCompiled = globalThis[Symbol.for('psyctl.compiled')];
// Help and version are over before it matters how V8 works, and setting it takes longer than they have.
const plain = process.argv.length === 2 || process.argv.some((arg) => /^(-h|--help|-V|--version)$/.test(arg));
// V8 takes back only what was compiled as it is set when it is asked: before anything is loaded, and never again.
if (!plain) tune(require('node:v8'));
const kept = plain ? '.bin' : '.tuned.bin';

function tune({ setFlagsFromString }) {
  // The HTTP parser is WebAssembly: optimizing it takes longer than most commands last, and Node waits for it to end.
  setFlagsFromString('--liftoff-only');
  // Left to itself the heap grows to four times what is in it before it is cleared, on machines that aren't psyctl's alone.
  setFlagsFromString('--heap-growing-percent=25');
}

const loaded = new Map();

function load(file) {
  const known = loaded.get(file);
  if (known) return known.exports;
  const script = new Script(`(function (exports, require, module, __filename) {${readFileSync(file, 'utf8')}\n})`, {
    filename: file,
    cachedData: onCompiled ? undefined : compiled(file),
  });
  onCompiled?.(script, `${file}${kept}`);
  const module = { exports: {} };
  loaded.set(file, module);
  script.runInThisContext()(module.exports, requireFrom(file), module, file);
  return module.exports;
}

function compiled(file) {
  try {
    return readFileSync(`${file}${kept}`);
  } catch {
    return undefined;
  }
}

const requireFrom = (file) => (name) => {
  if (name.startsWith('.')) return load(join(dirname(file), name));
  return process.getBuiltinModule(name) ?? process.getBuiltinModule('node:module').createRequire(file)(name);
};

const main = load(join(__dirname, '../dist/main.cjs'));
// The build runs several commands, and none by itself.
if (!onCompiled) main.start();
module.exports = main;
