import { builtinModules } from 'node:module';

const NAMES = new Set(builtinModules);
const bare = (path) => path.replace(/^node:/, '');

/**
 * Node's own modules, asked for when they are used. Imported the usual way, every one of them is made into an ES module
 * first, for which Node works out all it has: of `node:fs` that alone loads all of its streams, of `node:process` the
 * standard ones. It is a tenth of the time a short command takes.
 */
export const builtins = {
  name: 'builtins',
  setup(build) {
    build.onResolve({ filter: /^(node:)?[a-z_0-9/]+$/ }, ({ path, kind }) => {
      if (!NAMES.has(bare(path))) return null;
      if (kind === 'dynamic-import') return { path, external: true };
      return { path: bare(path), namespace: 'builtin', pluginData: { kind }, suffix: `#${kind}` };
    });
    build.onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path, pluginData }) => ({
      loader: 'js',
      contents: contentsOf(path, pluginData.kind),
    }));
  },
};

function contentsOf(name, kind) {
  const module = `process.getBuiltinModule('node:${name}')`;
  // undici asks for HTTP/2 and does without where it isn't there; we never use it, and it costs much to load.
  if (name === 'http2' && kind === 'require-call') return `throw new Error('left out');`;
  // commander asks for it at once, for what we have no use for.
  if (name === 'child_process' && kind === 'require-call') {
    return `module.exports = new Proxy({}, { get: (_, key) => ${module}[key] });`;
  }
  return `module.exports = ${module};`;
}
