/** A process that imports nothing but the peer: reads the file of its argument (`dense`: its leaner way) and says what that took. */
import { readFileSync } from 'node:fs';
import { read, utils } from '@e965/xlsx';
import { sayReading } from './say-reading.ts';

const [, , file = '', mode] = process.argv;
const { SheetNames, Sheets } = read(readFileSync(file), { dense: mode === 'dense' });
let rows = 0;
for (const name of SheetNames) rows += utils.decode_range(Sheets[name]?.['!ref'] ?? 'A1').e.r + 1;
sayReading(rows);
