/**
 * Two sheets can be in force at the same minute and list the same study; then the narrower window decides (R7), which the
 * scheduler should know. Worked example: `Mid Weekend 10pm-Midnight` lies inside `Mid Weekend Body 5 pm - 12 am`: on Saturday
 * at 22:30 the first decides. `ON Weekday 1 am - 8 am` of Monday lies on Tuesday from 01:00 on (R5).
 */
import { type ClockTime, clockMinutes, minuteOfDay, spanText } from '#src/domain/clock-time.ts';
import type { ListedStudy, MatrixSheet } from '#src/domain/matrix.ts';
import { studyKey } from '#src/domain/study.ts';
import { type ValidationMessage, warning } from '#src/domain/validation.ts';

const DAY = 24 * 60;

/** Messages for each pair, in the order of the sheets. */
export function* findOverlappingWindows(
  sheets: readonly MatrixSheet[],
  listed: readonly ListedStudy[],
  rollover: ClockTime,
): Generator<ValidationMessage> {
  const studies = studyNumbers(listed);
  for (const [at, first] of sheets.entries()) {
    for (const second of sheets.slice(at + 1)) {
      if (!canMeet(first, second, rollover)) continue;
      if (share(studies.get(first.index) ?? [], studies.get(second.index) ?? []))
        yield overlap(first, second);
    }
  }
}

/** For each sheet its studies as ascending numbers, which compare fast. */
function studyNumbers(listed: readonly ListedStudy[]): Map<number, number[]> {
  const numbers = new Map<string, number>();
  const bySheet = new Map<number, number[]>();
  for (const { hospital, study, sheetIndex } of listed) {
    const key = studyKey(hospital, study);
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    const own = bySheet.get(sheetIndex);
    if (own) own.push(number);
    else bySheet.set(sheetIndex, [number]);
  }
  for (const own of bySheet.values()) own.sort((a, b) => a - b);
  return bySheet;
}

function share(a: readonly number[], b: readonly number[]): boolean {
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const left = a[i] ?? 0;
    const right = b[j] ?? 0;
    if (left === right) return true;
    if (left < right) i += 1;
    else j += 1;
  }
  return false;
}

/** Whether two sheets can apply at one minute, be it for schedule dates that follow each other. */
function canMeet(a: MatrixSheet, b: MatrixSheet, rollover: ClockTime): boolean {
  const startA = beginning(a, rollover);
  const startB = beginning(b, rollover);
  return [-2, -1, 0, 1, 2].some((days) => {
    const shifted = startB + days * DAY;
    const meet = startA < shifted + clockMinutes(b) && shifted < startA + clockMinutes(a);
    // Any two day types can follow each other, and each date has its own scenario.
    return meet && (days !== 0 || (sameDay(a, b) && sameScenario(a, b)));
  });
}

/** Minutes after the schedule date's midnight: ON and Mid windows before the rollover hour lie on the next day (R5). */
function beginning(sheet: MatrixSheet, rollover: ClockTime): number {
  const start = minuteOfDay(sheet.start);
  return sheet.category !== 'DAY' && start < minuteOfDay(rollover) ? start + DAY : start;
}

const sameDay = (a: MatrixSheet, b: MatrixSheet): boolean =>
  a.dayType === null || b.dayType === null || a.dayType === b.dayType;

/** Mid and ON each have a scenario of their own (R3). */
const sameScenario = (a: MatrixSheet, b: MatrixSheet): boolean =>
  a.category !== b.category || a.scenario === null || b.scenario === null || a.scenario === b.scenario;

function overlap(first: MatrixSheet, second: MatrixSheet): ValidationMessage {
  const narrow = clockMinutes(second) < clockMinutes(first) ? second : first;
  return warning(
    'OVERLAPPING_WINDOWS',
    `Sheets "${first.name}" (${spanText(first)}) and "${second.name}" (${spanText(second)}) apply at the same time and list the same studies; for these "${narrow.name}" decides.`,
    [first.name, second.name],
    { sheet: first.name, sheets: [first.name, second.name], decides: narrow.name },
  );
}
