import type { SetAsideRow } from '#src/domain/roster.ts';
import { error, info, type READING_ERRORS, type ValidationMessage } from '#src/domain/validation.ts';

/** One thing wrong with one line of a report or page. */
export interface Finding {
  code: (typeof READING_ERRORS)[number];
  line: number;
  /** The text that is wrong, as written. */
  value: string;
  /** What is wrong, without the place: `"4-31-26" is no date of the calendar`. */
  what: string;
  /** What to do about it. */
  remedy: string;
}

/** Findings of the same cause are one message that lists its lines. */
export function buildMessages(file: string, unit: 'line' | 'row', findings: Finding[]): ValidationMessage[] {
  const causes = Map.groupBy(findings, (finding) => `${finding.code}\n${finding.what}`);
  return [...causes.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const lines = group.map((finding) => finding.line);
    const text = `${file} ${placeText(unit, lines)}: ${first.what}. ${first.remedy}`;
    return [
      error(first.code, text, [file, first.what], { file, line: first.line, lines, value: first.value }),
    ];
  });
}

/** One message for each reason for which rows were ignored. */
export function buildIgnoredMessages(
  file: string,
  unit: 'line' | 'row',
  setAside: SetAsideRow[],
): ValidationMessage[] {
  const ignored = setAside.filter((row) => row.fate === 'ignored');
  return [...Map.groupBy(ignored, (row) => row.reason)].map(([reason, rows]) => {
    const lines = rows.map((row) => row.line);
    return info('IGNORED_ROWS', `${file} ${placeText(unit, lines)} ignored: ${reason}.`, [file, reason], {
      file,
      line: lines[0],
      lines,
      reason,
    });
  });
}

const SHOWN = 5;

function placeText(unit: string, lines: number[]): string {
  const unique = [...new Set(lines)];
  if (unique.length === 1) return `${unit} ${unique[0]}`;
  const shown = unique.slice(0, SHOWN).join(', ');
  return unique.length > SHOWN ? `${unit}s ${shown} and ${unique.length - SHOWN} more` : `${unit}s ${shown}`;
}
