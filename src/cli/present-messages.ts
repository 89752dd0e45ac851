import type { ValidationMessage, ValidationResult } from '#src/domain/validation.ts';

const MARKS = { ERROR: 'error  ', WARNING: 'warning', INFO: 'info   ' } as const;

/** Messages of one code beyond these are only counted; the JSON document has them all. */
const TOLD_IN_FULL = { ERROR: 15, WARNING: 7, INFO: 7 } as const;
/** Sheets that are named one by one. */
const NAMED = 6;

interface Said {
  severity: ValidationMessage['severity'];
  code: string;
  accepted: boolean;
  text: string;
  /** How many messages it stands for. */
  count: number;
}

/** Messages as lines, the worst first, with those of one cause gathered; accepted warnings say so. */
export function presentMessages(messages: readonly ValidationMessage[], withInfo: boolean): string[] {
  const shown = messages.filter((message) => withInfo || message.severity !== 'INFO');
  const byCode = Map.groupBy(
    gatherMissingStudies(shown),
    ({ severity, code, accepted }) => `${severity} ${code} ${accepted}`,
  );
  return [...byCode.values()].flatMap((said) => {
    const [first] = said;
    const most = first ? TOLD_IN_FULL[first.severity] : 0;
    const more = said.slice(most).reduce((count, each) => count + each.count, 0);
    const rest =
      first && more > 0
        ? [line({ ...first, text: `… and ${more} more like these (--json lists them all).` })]
        : [];
    return [...said.slice(0, most).map(line), ...rest];
  });
}

const line = ({ severity, code, accepted, text }: Said): string =>
  `  ${MARKS[severity]} ${code}${accepted ? ' (accepted)' : ''}: ${text}`;

const toSaid = ({ severity, code, text, context }: ValidationMessage): Said => ({
  ...{ severity, code, text, count: 1 },
  accepted: context['accepted'] === true,
});

/** A study that seven sheets lack is one thing to mend, said once with the sheets. */
function gatherMissingStudies(messages: readonly ValidationMessage[]): Said[] {
  const missing = messages.filter((message) => message.code === 'STUDY_MISSING_FROM_SHEET');
  const groups = Map.groupBy(
    missing,
    ({ context }) => `${context['accepted'] === true} ${String(context['label'])}`,
  );
  const firstOf = new Map([...groups.values()].flatMap((group) => (group[0] ? [[group[0], group]] : [])));
  return messages.flatMap((message) => {
    if (message.code !== 'STUDY_MISSING_FROM_SHEET') return [toSaid(message)];
    const group = firstOf.get(message);
    return group ? [group.length === 1 ? toSaid(message) : gathered(message, group)] : [];
  });
}

function gathered(first: ValidationMessage, group: readonly ValidationMessage[]): Said {
  const { label, listedOn, listedAt } = first.context;
  const sheets = group.map(({ context }) => `"${String(context['sheet'])}"`);
  const named =
    sheets.length > NAMED + 1 ? [...sheets.slice(0, NAMED), `${sheets.length - NAMED} more`] : sheets;
  const text =
    `${String(label)} stands on sheet "${String(listedOn)}" (${String(listedAt)}) and is missing from ${group.length} others: ` +
    `${named.join(', ')}; add its row there, or accept that it is not read in these hours.`;
  return { ...toSaid(first), text, count: group.length };
}

/** `2 errors, 5 warnings (3 accepted), 4 notes`. */
export function presentCounts({ messages }: ValidationResult): string {
  const count = (severity: ValidationMessage['severity']): number =>
    messages.filter((m) => m.severity === severity).length;
  const accepted = messages.filter((m) => m.context['accepted'] === true).length;
  const plural = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;
  const ofThem = accepted > 0 ? ` (${accepted} accepted)` : '';
  return `${plural(count('ERROR'), 'error')}, ${plural(count('WARNING'), 'warning')}${ofThem}, ${plural(count('INFO'), 'note')}`;
}
