import { type ZoneClock, zoneClock } from '#src/domain/zone-clock.ts';
import { presentInstant } from '#src/services/present/present-who.ts';
import type { WhoResult } from '#src/services/who-service.ts';
import { type TextBlock, textTable } from './text-layout.ts';

type WhoAnswer = WhoResult['answers'][number];
type Because = WhoAnswer['because'];
type Cause = NonNullable<WhoAnswer['cause']>;

/** Beyond this many answers of one instant a table is easier to read than sentences. */
const SENTENCES = 3;

/** An answer for people: for a few studies a sentence each, with both documents it comes from; for many a table. */
export function presentWhoText({ department, versionId, asOf, answers }: WhoResult): TextBlock[] {
  const { code, timeZone } = department;
  const roster = asOf ? `as of ${shortTime(presentInstant(asOf, timeZone))}` : 'not imported';
  const foot = `Version ${versionId}; roster ${roster}. Times are ${timeZone}.`;
  if (answers.length === 0) return ['No study is listed then: no window of the matrix is open.', foot];
  const clock = zoneClock(timeZone);
  const instants = [...Map.groupBy(answers, ({ at }) => at).values()];
  const twice =
    instants.length > 1 ? ['This local time occurs twice that night; both are answered.', ''] : [];
  const bodies = instants.flatMap((group) => [
    ...(group.length <= SENTENCES
      ? group.flatMap((answer) => [...sentence(answer, code, clock), ''])
      : [...table(group, clock), '']),
  ]);
  return [...twice, ...bodies, foot];
}

/** `2026-04-18 08:00 (-04:00)`: date and clock time at the hospital. */
function shortTime(instant: string): string {
  const [date = '', time = ''] = instant.split('T');
  return `${date} ${time.slice(0, 5)} (${time.slice(8)})`;
}

const CAUSES: Record<Cause, (because: Because) => string> = {
  NO_RULE: () => 'the matrix lists it but marks no position',
  POSITION_EMPTY: ({ position, shiftType, scenario, assignment }) => {
    if (assignment) return `${position} is vacant on the roster (---)`;
    if (shiftType || !position?.includes(' ')) return `the roster has nobody on ${shiftType ?? position}`;
    return scenario === 'BODY' && position.endsWith('Neuro')
      ? `nobody holds ${position}: both shifts are held by body-only readers`
      : `nobody holds ${position}`;
  },
  SPECIALTY_MISMATCH: ({ position, person }) => `${person} holds ${position} but may not read it`,
  NOT_LISTED: () => 'no sheet of the matrix that applies then lists it',
  NO_WINDOW: () => 'no window of the matrix is open then',
};

/** What comes next, and what stands in a table: told without its reason. */
const NOBODY: Record<Cause, string> = {
  NO_RULE: 'nobody, no position is marked',
  POSITION_EMPTY: 'nobody, the position is empty',
  SPECIALTY_MISMATCH: 'nobody who may read it',
  NOT_LISTED: 'no sheet lists it',
  NO_WINDOW: 'no window is open',
};

function sentence(answer: WhoAnswer, department: string, clock: ZoneClock): string[] {
  const { label, reader, cause, because, until, next } = answer;
  const at = shortTime(clock.present(answer.at));
  const untilText = until === null ? '' : ` until ${shortTime(clock.present(until))}`;
  const thenText = next ? `; then ${next.name ?? NOBODY[next.cause ?? 'NO_WINDOW']}` : '';
  const reach = reader
    ? [reader.pager && `pager ${reader.pager}`, reader.phone && `phone ${reader.phone}`, reader.email]
    : [];
  const head = reader
    ? `${label}: ${reader.name} reads it at ${at}${untilText}${thenText}. Reach: ${reach.filter(Boolean).join(', ')}.`
    : `${label}: NOBODY reads it at ${at}${untilText}, because ${cause ? CAUSES[cause](because) : 'nobody does'}${thenText}.`;
  return [head, ...places(because), ...remedy(answer, department)];
}

function places({
  scheduleDate,
  window,
  scenario,
  position,
  shiftType,
  rule,
  assignment,
}: Because): string[] {
  if (!window) return [];
  const held =
    shiftType && shiftType !== position ? `${position} (held by ${shiftType})` : (position ?? 'no position');
  const cut = scenario === 'BODY' ? ', positions re-cut: a body-only reader is on' : '';
  return [
    `  why     ${held} in ${window} of schedule date ${scheduleDate}${cut}`,
    ...(rule ? [`  matrix  ${rule.file}, sheet "${rule.sheet}", cell ${rule.cell}`] : []),
    `  roster  ${assignment ? assignmentText(assignment) : 'nothing for it'}`,
  ];
}

function assignmentText({ source, report, line, text }: NonNullable<Because['assignment']>): string {
  if (source !== 'AMION') return `changed by hand (${source}): ${text ?? ''}`;
  return `${report ?? 'report'}, line ${line ?? '?'}: ${text ?? ''}`;
}

/** What can be done about a hole that somebody on a shift would fill. */
function remedy({ cause, because }: WhoAnswer, department: string): string[] {
  const { scheduleDate, position, shiftType } = because;
  const shift = shiftType ?? (position?.includes(' ') ? null : position);
  if (cause === 'NO_RULE') return ['  do      mark a position in that row of the matrix and run it again'];
  if ((cause !== 'POSITION_EMPTY' && cause !== 'SPECIALTY_MISMATCH') || !shift) return [];
  const who = `--department ${department} --date ${scheduleDate} --shift ${shift} --person EMAIL --reason "…"`;
  return [`  do      schedcu assign ${who}`];
}

function table(answers: readonly WhoAnswer[], clock: ZoneClock): TextBlock[] {
  const rows = answers.map(({ label, reader, cause, because, until, next }) => [
    label,
    reader?.name ?? NOBODY[cause ?? 'NO_WINDOW'].toUpperCase(),
    reader?.pager ?? reader?.phone ?? null,
    because.position,
    until === null ? null : clock.present(until).slice(0, 16).replace('T', ' '),
    next ? (next.name ?? NOBODY[next.cause ?? 'NO_WINDOW']) : null,
  ]);
  const [first] = answers;
  const head = first ? [`At ${shortTime(clock.present(first.at))}:`] : [];
  return [...head, textTable(['Study', 'Reader', 'Pager', 'Position', 'Until', 'Then'], rows)];
}
