import { Button } from '#web/components/button.tsx';
import type { Column } from '#web/components/data-table.tsx';
import { EmailText } from '#web/components/email-text.tsx';
import { Moment } from '#web/components/moment.tsx';
import { codeText } from '#web/findings/message-place.ts';
import type { AcceptedWarning } from './settings-query.ts';

/** The stable place of a key: `TWO_READERS|Mid Weekday|MERCY CT Head` → `Mid Weekday, MERCY CT Head`. */
export const keyPlace = (key: string): string => key.split('|').slice(1).join(', ');

/** `onWithdraw` null: the role may read only. */
export const warningColumns = (
  timeZone: string,
  onWithdraw: ((warning: AcceptedWarning) => void) | null,
): readonly Column<AcceptedWarning>[] => [
  {
    key: 'what',
    head: 'Warning',
    cell: ({ code, key }) => (
      <span className="settings-key">
        <strong>{codeText(code)}</strong>
        <br />
        <span className="weak">{keyPlace(key)}</span>
      </span>
    ),
  },
  { key: 'reason', head: 'Reason', cell: ({ reason }) => <span className="settings-key">{reason}</span> },
  {
    key: 'by',
    head: 'Accepted by',
    secondary: true,
    cell: ({ acceptedByEmail }) => (acceptedByEmail ? <EmailText email={acceptedByEmail} /> : null),
  },
  {
    key: 'at',
    head: 'When',
    secondary: true,
    cell: ({ acceptedAt }) => <Moment at={acceptedAt} timeZone={timeZone} />,
  },
  ...(onWithdraw
    ? [
        {
          key: 'actions',
          actions: true,
          cell: (warning: AcceptedWarning) => (
            <Button
              small
              aria-label={`Withdraw ${codeText(warning.code)}, ${keyPlace(warning.key)}`}
              onPress={() => onWithdraw(warning)}
            >
              Withdraw
            </Button>
          ),
        },
      ]
    : []),
];
