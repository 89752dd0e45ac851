import type { Schemas } from '#web/client/api.ts';

export type Message = Schemas['ValidationMessage'];

const text = (value: unknown): string | null =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : null;

/** Where a message comes from, in words: `sheet “Mid Weekday”, cell B3`, `line 12`. Empty where it says no place. */
export function placeText({ context }: Message): string {
  const { sheet, cell, row, column, line, file, report } = context;
  const parts = [
    [file ?? report, (name: string) => name],
    [sheet, (name: string) => `sheet “${name}”`],
    [cell, (name: string) => `cell ${name}`],
    [cell ? null : row, (name: string) => `row ${name}`],
    [cell ? null : column, (name: string) => `column ${name}`],
    [line, (name: string) => `line ${name}`],
  ] as const;
  return parts
    .flatMap(([value, say]) => {
      const found = text(value);
      return found === null ? [] : [say(found)];
    })
    .join(', ');
}

/** `STUDY_WITHOUT_READER` → `Study without reader` */
export const codeText = (code: string): string =>
  code.slice(0, 1) +
  code.slice(1).toLowerCase().replaceAll('_', ' ').replace('amion', 'Amion').replace('midc', 'MidC');

export interface MessageGroup {
  severity: Message['severity'];
  code: string;
  messages: Message[];
}

const ORDER: readonly Message['severity'][] = ['ERROR', 'WARNING', 'INFO'];

/** By code, the gravest first, else in the order of the list. */
export function groupMessages(messages: readonly Message[]): MessageGroup[] {
  const groups = new Map<string, MessageGroup>();
  for (const message of messages) {
    const { severity, code } = message;
    const key = `${severity} ${code}`;
    const group = groups.get(key) ?? { severity, code, messages: [] };
    group.messages.push(message);
    groups.set(key, group);
  }
  return [...groups.values()].toSorted((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
}
