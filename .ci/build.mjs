import { execFileSync } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build, transform } from 'esbuild';
import { builtins } from './builtins.mjs';

const common = { platform: 'node', target: 'node20.18', minify: true, logLevel: 'warning' };

await rm('dist', { recursive: true, force: true });
const { outputFiles } = await build({
  ...common,
  entryPoints: ['src/main.ts'],
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  bundle: true,
  // A command loads what it needs; for now in the one format that esbuild splits.
  splitting: true,
  format: 'esm',
  // The database and the keyring are native code and can't be bundled.
  external: ['libsql', '@napi-rs/keyring'],
  plugins: [builtins],
  legalComments: 'linked',
  chunkNames: 'chunks/[name]-[hash]',
  write: false,
});
for (const { path, text } of outputFiles) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, path.endsWith('.cjs') ? await asCommonJs(text) : text);
}
for (const way of ['plain', 'tuned']) {
  execFileSync(process.execPath, [join(import.meta.dirname, 'compiled.mjs'), way], { stdio: 'inherit' });
}
await writeManual();

/** Modules that are loaded at once and in order: ES modules are not, which takes Node a good while longer. */
async function asCommonJs(text) {
  const { code } = await transform(text, {
    ...common,
    format: 'cjs',
    supported: { 'dynamic-import': false },
    define: { 'import.meta.url': 'importMetaUrl' },
    banner: text.includes('import.meta')
      ? 'const importMetaUrl = require("node:url").pathToFileURL(__filename).href;'
      : '',
  });
  return code;
}

/** The pages of the manual, of the same descriptions as help: what writes them is bundled too, and thrown away. */
async function writeManual() {
  const outfile = 'dist/manual.mjs';
  await build({
    ...common,
    entryPoints: ['.ci/manual.ts'],
    outfile,
    bundle: true,
    format: 'esm',
    packages: 'external',
  });
  const { writeManual: write } = await import('../dist/manual.mjs');
  await write('dist/man');
  await rm(outfile);
}
