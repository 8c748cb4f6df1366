import { rm } from 'node:fs/promises';
import { build } from 'esbuild';

// Some of what is bundled is CommonJS and asks for Node's own modules by `require`, which an ES module doesn't have.
const banner = 'const require = (name) => process.getBuiltinModule(name);';

await rm('dist', { recursive: true, force: true });
await build({
  entryPoints: ['src/main.ts'],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.18',
  // The database is native code and can't be bundled.
  external: ['libsql'],
  minify: true,
  sourcemap: 'linked',
  sourcesContent: false,
  legalComments: 'linked',
  chunkNames: 'chunks/[name]-[hash]',
  banner: { js: banner },
  define: { __filename: 'import.meta.url' },
  logLevel: 'warning',
});
