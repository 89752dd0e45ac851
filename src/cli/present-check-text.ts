import type { ValidationResult } from '#src/domain/validation.ts';
import type { CheckDocument } from '#src/services/present/present-check.ts';
import type { CheckAmion } from '#src/services/present/present-check-amion.ts';
import { presentCounts, presentMessages } from './present-messages.ts';
import { type TextBlock, textTable } from './text-layout.ts';

const accountingText = ({ read, accepted, rejected, ignored }: CheckDocument['accounting']): string =>
  `${read} read = ${accepted} accepted + ${rejected} rejected + ${ignored} ignored`;

const verdict = (validation: ValidationResult): string =>
  `${presentCounts(validation)}. ${validation.canImport ? 'It can be imported.' : 'It cannot be imported as it is: mend the errors first.'}`;

export function presentCheckText(path: string, document: CheckDocument): TextBlock[] {
  const { layout, sheets, accounting, validation } = document;
  const isMatrix = layout === 'matrix';
  return [
    `${path}: ${isMatrix ? `coverage matrix, ${sheets.length} sheets` : 'flat list'}`,
    ...(isMatrix ? sheetTable(document) : shiftSpan(document)),
    `${isMatrix ? 'Marks' : 'Rows'}: ${accountingText(accounting)}`,
    ...presentMessages(validation.messages, true),
    verdict(validation),
  ];
}

function sheetTable({ sheets }: CheckDocument): TextBlock[] {
  if (sheets.length === 0) return [];
  const rows = sheets.map((s) => [
    ...[s.name, s.category, s.dayType ?? 'every day', s.scenario ?? 'both', `${s.start}-${s.end}`],
    ...[s.positions.join(', '), s.studies, s.marks],
  ]);
  return [
    textTable(['Sheet', 'Category', 'Days', 'Scenario', 'Window', 'Positions', 'Studies', 'Marks'], rows),
  ];
}

function shiftSpan({ shifts }: CheckDocument): TextBlock[] {
  const dates = shifts.map((shift) => shift.date).sort();
  const [first, last] = [dates[0], dates.at(-1)];
  return [`${shifts.length} shifts${first ? `, ${first} to ${last}` : ''}`];
}

export function presentCheckAmionText({
  reports,
  assignments,
  accounting,
  validation,
}: CheckAmion): TextBlock[] {
  const rows = reports.map((r) => [r.file, r.kind, r.from, r.to, r.asOf]);
  const vacant = assignments.filter((a) => a.name === null).length;
  return [
    ...(rows.length > 0
      ? [textTable(['Report', 'Kind', 'From', 'To', 'As of'], rows)]
      : ['No report could be read.']),
    `${assignments.length} assignments, ${vacant} of them vacant (---)`,
    `Rows: ${accountingText(accounting)}`,
    ...presentMessages(validation.messages, true),
    verdict(validation),
  ];
}
