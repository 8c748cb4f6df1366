import { rm } from 'node:fs/promises';
import { build } from 'esbuild';

// Some of what is bundled is CommonJS and expects `require` and `__filename`, which an ES module doesn't have.
const banner = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

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
