import type { WhoAnswer } from '#src/coverage/compute-who.ts';
import { type EpochMinute, zoneClock } from '#src/domain/zone-clock.ts';
import type { WhoResult } from '#src/services/who-service.ts';
import { textTable } from './text-table.ts';

/** The JSON document of `who`. */
export function presentWho({ department, versionId, asOf, answers }: WhoResult) {
  const clock = zoneClock(department.timeZone);
  return {
    department: department.code,
    timeZone: department.timeZone,
    version: versionId,
    asOf: asOf === null ? null : presentInstant(asOf, department.timeZone),
    answers: answers.map(({ at, reader, until, ...answer }) => ({
      ...{ at: clock.present(at), ...answer },
      reader: reader && { name: reader.name, email: reader.email, phone: reader.phone, pager: reader.pager },
      until: until === null ? null : clock.present(until),
    })),
  };
}

function presentInstant(instant: string, timeZone: string): string {
  return zoneClock(timeZone).present(Math.floor(Date.parse(instant) / 60_000) as EpochMinute);
}

/** Beyond this many answers a table is easier to read than sentences. */
const SENTENCES = 3;

export function presentWhoText(result: WhoResult): string {
  const { department, versionId, asOf, answers } = result;
  const foot = `Version ${versionId}; roster ${asOf ? `as of ${shortTime(presentInstant(asOf, department.timeZone))}` : 'not imported'}. Times are ${department.timeZone}.`;
  if (answers.length === 0) return `No study is listed then: no window of the matrix is open.\n${foot}`;
  const body =
    answers.length <= SENTENCES
      ? answers.map((answer) => sentence(answer, department.timeZone)).join('\n\n')
      : table(answers, department.timeZone);
  return `${body}\n\n${foot}`;
}

/** `Sat 18 Apr 08:00`: date and clock time at the hospital. */
function shortTime(instant: string): string {
  const [date = '', time = ''] = instant.split('T');
  return `${date} ${time.slice(0, 5)} (${time.slice(8)})`;
}

const CAUSES: Record<NonNullable<WhoAnswer['cause']>, (because: WhoAnswer['because']) => string> = {
  NO_RULE: () => 'the matrix lists it but marks no position',
  POSITION_EMPTY: ({ position, shiftType, scenario, assignment }) => {
    if (assignment) return `${position} is vacant on the roster`;
    if (shiftType || !position?.includes(' ')) return `the roster has nobody on ${shiftType ?? position}`;
    return scenario === 'BODY' && position.endsWith('Neuro')
      ? `nobody holds ${position}: both shifts are held by body-only readers`
      : `nobody holds ${position}`;
  },
  SPECIALTY_MISMATCH: ({ position, person }) => `${person} holds ${position} but may not read it`,
  NOT_LISTED: () => 'no sheet of the matrix that applies then lists it',
  NO_WINDOW: () => 'no window of the matrix is open then',
};

function sentence(answer: WhoAnswer, timeZone: string): string {
  const clock = zoneClock(timeZone);
  const { label, reader, cause, because, until, next } = answer;
  const at = shortTime(clock.present(answer.at));
  const untilText = until === null ? '' : ` until ${shortTime(clock.present(until))}`;
  const thenText = next ? `; then ${next.name ?? NEXT[next.cause ?? 'NO_WINDOW']}` : '';
  const reach = reader ? [reader.pager && `pager ${reader.pager}`, reader.phone && `phone ${reader.phone}`, reader.email] : [];
  const head = reader
    ? `${label}: ${reader.name} reads it at ${at}${untilText}${thenText}. Reach: ${reach.filter(Boolean).join(', ')}.`
    : `${label}: NOBODY reads it at ${at}${untilText}, because ${cause ? CAUSES[cause](because) : 'nobody does'}${thenText}.`;
  return [head, ...places(because)].join('\n');
}

/** What comes next, told without a reason of its own. */
const NEXT: Record<NonNullable<WhoAnswer['cause']>, string> = {
  NO_RULE: 'nobody, the matrix marks no position',
  POSITION_EMPTY: 'nobody, the position is empty',
  SPECIALTY_MISMATCH: 'nobody who may read it',
  NOT_LISTED: 'no sheet lists it',
  NO_WINDOW: 'no window is open',
};

function places({ scheduleDate, window, scenario, position, shiftType, rule, assignment }: WhoAnswer['because']): string[] {
  if (!window) return [];
  const held = shiftType && shiftType !== position ? `${position} (held by ${shiftType})` : (position ?? 'no position');
  const cut = scenario === 'BODY' ? ', positions re-cut: a body-only reader is on' : '';
  return [
    `  why     ${held} in ${window} of schedule date ${scheduleDate}${cut}`,
    ...(rule ? [`  matrix  ${rule.file}, sheet "${rule.sheet}", cell ${rule.cell}`] : []),
    ...(assignment ? [`  roster  ${assignmentText(assignment)}`] : []),
  ];
}

function assignmentText({ source, report, line, text }: NonNullable<WhoAnswer['because']['assignment']>): string {
  if (source !== 'AMION') return `changed by hand (${source}): ${text ?? ''}`;
  return `${report ?? 'report'}, line ${line ?? '?'}: ${text ?? ''}`;
}

function table(answers: readonly WhoAnswer[], timeZone: string): string {
  const clock = zoneClock(timeZone);
  const rows = answers.map(({ label, reader, cause, because, until, next }) => [
    label,
    reader?.name ?? `— ${cause}`,
    reader?.pager ?? reader?.phone ?? null,
    because.position,
    until === null ? null : clock.present(until).slice(0, 16).replace('T', ' '),
    next ? (next.name ?? next.cause) : null,
  ]);
  const [first] = answers;
  const head = first ? `At ${shortTime(clock.present(first.at))}` : '';
  return `${head}\n${textTable(['Study', 'Reader', 'Pager', 'Position', 'Until', 'Then'], rows)}`;
}
