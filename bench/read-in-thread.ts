/** As read-with-ours, in the thread in which the product reads files of others. */
import { readFileSync } from 'node:fs';
import { readWorkbookInWorker } from '../src/sources/matrix/read-workbook-in-worker.ts';
import { sayReading } from './say-reading.ts';

const [, , file = ''] = process.argv;
let rows = 0;
for await (const event of readWorkbookInWorker(readFileSync(file), file)) {
  if (event.kind === 'fault') throw new Error(event.message.text);
  if (event.kind === 'rows') for (const { repeat } of event.rows) rows += repeat;
}
sayReading(rows);
