import { readFile, writeFile } from 'node:fs/promises';
import { openApiDocument } from '../src/contract/openapi.ts';

// Writes the OpenAPI document; with --check it only says whether the one in the repository is what the code describes.
const FILE = new URL('../src/contract/openapi.json', import.meta.url);
const document = `${JSON.stringify(openApiDocument(), null, 2)}\n`;

if (!process.argv.includes('--check')) await writeFile(FILE, document);
else if ((await readFile(FILE, 'utf8')) !== document) {
  process.stderr.write(
    'src/contract/openapi.json is not what the contract describes: npm run openapi writes it anew\n',
  );
  process.exitCode = 1;
}
