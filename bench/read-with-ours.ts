/** A process that imports nothing but our reader: reads the file of its argument and says what that took. */
import { readFileSync } from 'node:fs';
import { readWorkbook } from '../src/sources/matrix/read-workbook.ts';
import { sayReading } from './say-reading.ts';

const [, , file = ''] = process.argv;
let rows = 0;
for await (const event of readWorkbook(readFileSync(file), file)) {
  if (event.kind === 'fault') throw new Error(event.message.text);
  if (event.kind === 'rows') for (const { repeat } of event.rows) rows += repeat;
}
sayReading(rows);
