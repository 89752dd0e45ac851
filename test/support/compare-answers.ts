import { timelineOf } from '#src/coverage/compute-diff.ts';
import type { StudyCell } from '#src/coverage/study-cell.ts';
import type { ClockTime } from '#src/domain/clock-time.ts';
import type { ScheduleFacts } from '#src/domain/coverage-facts.ts';
import { studyKey } from '#src/domain/study.ts';
import { type EpochMinute, zoneClock } from '#src/domain/zone-clock.ts';
import { answerFrom, layOutWindows, type NaiveAnswer } from './naive-reader.ts';

/** What both readings of the rules say about a whole schedule. */
export interface Comparison {
  /** Instants at which they differ, in words; at most ten. */
  differences: string[];
  asked: number;
  /** Answers by cause (`read` where there is a reader), to see that a test asks about something. */
  causes: Record<string, number>;
  /** Study hours counted minute for minute from the naive answers. */
  hours: { required: number; covered: number };
}

const QUARTER = 15;

/**
 * Asks every hospital and study at every step from the first date to noon two days after the last, when every window has ended; a list's study is its
 * study type. With steps of a quarter of an hour the facts' hours must lie on quarters; a holder may change inside one.
 */
export function compareAnswers(facts: ScheduleFacts, step: 1 | 15 = QUARTER): Comparison {
  const clock = zoneClock(facts.timeZone);
  const timeline = timelineOf(facts);
  const windows = layOutWindows(facts);
  const from = clock.instantOf(facts.from, '00:00' as ClockTime);
  const to = clock.instantOf(facts.to, '12:00' as ClockTime, 2);
  const result: Comparison = { differences: [], asked: 0, causes: {}, hours: { required: 0, covered: 0 } };
  let required = 0;
  let covered = 0;

  for (const { hospital, study } of studiesOf(facts)) {
    const cells = timeline.get(studyKey(hospital, study)) ?? [];
    const near = windows.filter((window) => naiveLists(window, hospital, study));
    const ask = (minute: number): NaiveAnswer | null => {
      const at = minute as EpochMinute;
      const naive = answerFrom(facts, near, hospital, study, at);
      const cell = cells.filter((c) => c.from <= at && at < c.to);
      const [here, there] = [describeNaive(naive), cell.map(describeCell).join(' and ') || 'not listed'];
      result.asked += 1;
      if (here !== there && result.differences.length < 10) {
        result.differences.push(
          `${clock.present(at)} ${hospital} ${study}: rules say ${here}, computed ${there}`,
        );
      }
      return naive;
    };
    const count = (naive: NaiveAnswer | null, minutes: number): void => {
      if (naive === null) return;
      required += minutes;
      if (naive.cause === null) covered += minutes;
      const cause = naive.cause ?? 'read';
      result.causes[cause] = (result.causes[cause] ?? 0) + 1;
    };
    for (let minute: number = from; minute < to; minute += step) {
      const first = ask(minute);
      const steady = step === 1 || describeNaive(ask(minute + step - 1)) === describeNaive(first);
      if (steady) count(first, step);
      else for (let each = minute; each < minute + step; each += 1) count(ask(each), 1);
    }
  }
  result.hours = { required: required / 60, covered: covered / 60 };
  return result;
}

type NaiveWindow = ReturnType<typeof layOutWindows>[number];

function naiveLists(window: NaiveWindow, hospital: string, study: string): boolean {
  const key = studyKey(hospital, study);
  if (window.row) return studyKey(window.row.hospital, window.row.studyType) === key;
  return window.rules.some((rule) => studyKey(rule.hospital, rule.study) === key);
}

function studiesOf(facts: ScheduleFacts): { hospital: string; study: string }[] {
  const listed =
    facts.layout === 'matrix'
      ? facts.rules.map(({ hospital, study }) => ({ hospital, study }))
      : facts.instances.map(({ hospital, studyType }) => ({ hospital, study: studyType as string }));
  return [...new Map(listed.map((each) => [studyKey(each.hospital, each.study), each])).values()];
}

function describeNaive(answer: NaiveAnswer | null): string {
  if (answer === null) return 'not listed';
  const { cause, personId, sheet, position, scheduleDate } = answer;
  return `${cause ?? 'read by'} ${personId ?? 'nobody'} as ${position} of ${sheet} on ${scheduleDate}`;
}

function describeCell(cell: StudyCell): string {
  const { demand, cause, person, date } = cell;
  const sheet = 'rule' in demand.source ? demand.source.rule.sheet : demand.source.instance.sourceSheet;
  return `${cause ?? 'read by'} ${person?.id ?? 'nobody'} as ${demand.position} of ${sheet} on ${date}`;
}
