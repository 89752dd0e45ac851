import type { KnownHospital } from '#src/domain/matrix.ts';
import type { ValidationCode, ValidationMessage } from '#src/domain/validation.ts';
import { buildMatrixReading } from '#src/intake/matrix/build-matrix-reading.ts';
import type { BuiltReading, ReadingOptions } from '#src/intake/matrix/reading-options.ts';
import { readWorkbook } from '#src/sources/matrix/read-workbook.ts';
import type { WorkbookEvent } from '#src/sources/matrix/workbook-event.ts';
import { type OdsSheet, writeOds } from './ods-writer.ts';

/** Every event of a reader. */
export async function listEvents(events: AsyncIterable<WorkbookEvent>): Promise<WorkbookEvent[]> {
  const all: WorkbookEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}

/** The rows of a file as `sheet!row: column=kind:text`, cells that repeat with their number. */
export async function listCells(bytes: Uint8Array, fileName = 'file'): Promise<string[]> {
  const lines: string[] = [];
  let sheet = '';
  for await (const event of readWorkbook(bytes, fileName)) {
    if (event.kind === 'fault') lines.push(event.message.code);
    else if (event.kind === 'sheet') sheet = event.hidden ? `(${event.name})` : event.name;
    else {
      for (const { row, repeat, cells } of event.rows) {
        const shown = cells.map((cell) => {
          const value = cell.kind === 'text' ? '' : `=${cell.value}`;
          return `${cell.column}${cell.span > 1 ? `x${cell.span}` : ''} ${cell.kind}${value} ${cell.text}`;
        });
        lines.push(`${sheet}!${row}${repeat > 1 ? `x${repeat}` : ''}: ${shown.join(' | ')}`);
      }
    }
  }
  return lines;
}

export const HOSPITALS: readonly KnownHospital[] = [
  { code: 'CPMC', name: 'Central Park Medical Center' },
  { code: 'Allen', name: 'Allen Pavilion' },
  { code: 'MW', name: 'Mercy West' },
  { code: 'M', name: 'Mercy' },
];

/** What sheets say, without known hospitals unless some are given. */
export async function readingOf(
  sheets: readonly OdsSheet[],
  options: Partial<ReadingOptions> = {},
): Promise<BuiltReading> {
  return await readingOfBytes(writeOds(sheets), 'plan.ods', options);
}

export async function readingOfBytes(
  bytes: Uint8Array,
  fileName: string,
  options: Partial<ReadingOptions> = {},
): Promise<BuiltReading> {
  return await buildMatrixReading(readWorkbook(bytes, fileName), { hospitals: null, ...options });
}

/** The messages of one code. */
export function messagesOf(reading: BuiltReading, code: ValidationCode): ValidationMessage[] {
  return reading.messages.filter((message) => message.code === code);
}

/** Codes with their cells, in order: `INVALID_MARK C5`. */
export function faultsOf(reading: BuiltReading): string[] {
  return reading.messages
    .filter((message) => message.severity !== 'INFO')
    .map(({ code, context }) => (context['cell'] === undefined ? code : `${code} ${context['cell']}`));
}
