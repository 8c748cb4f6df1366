import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { manifestSchema } from '../src/input/manifest/schema.ts';

// Writes the JSON Schema of a manifest; with --check it only says whether the one in the repository is what is read.
const FILE = new URL('../fixtures/schemas/onboarding.schema.json', import.meta.url);
const document = `${JSON.stringify(manifestSchema(), null, 2)}\n`;

if (!process.argv.includes('--check')) {
  await mkdir(new URL('.', FILE), { recursive: true });
  await writeFile(FILE, document);
} else if ((await readFile(FILE, 'utf8')) !== document) {
  process.stderr.write('fixtures/schemas/onboarding.schema.json is not what is read: npm run schema writes it anew\n');
  process.exitCode = 1;
}
