/** Writes the bundled example's files from their data: `node tools/generate-example.ts`, then commit what changed. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleFiles } from '#src/example/example-files.ts';

const folder = join(import.meta.dirname, '..', 'src', 'example', 'files');

mkdirSync(folder, { recursive: true });
for (const [name, bytes] of exampleFiles()) {
  writeFileSync(join(folder, name), bytes);
  process.stdout.write(`${name}: ${bytes.length} bytes\n`);
}
