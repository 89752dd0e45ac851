import type { Accounting } from '../import-result.ts';

const UNITS = { ODS_IMPORT: 'cells or rows', AMION_IMPORT: 'roster rows', COVERAGE: '' } as const;

interface Props {
  accounting: Accounting;
  phase: keyof typeof UNITS;
  /** Read only: nothing is stored yet. */
  isChecked?: boolean;
}

/** Every unit that was read is accounted for: read = accepted + rejected + ignored. */
export function AccountingSum({ accounting, phase, isChecked = false }: Props) {
  const { read, accepted, rejected, ignored, stored } = accounting;
  return (
    <div className="accounting">
      <p className="accounting-sum">
        <Count number={read} word="read" />
        <Sign sign="=" />
        <Count number={accepted} word="accepted" />
        <Sign sign="+" />
        <Count number={rejected} word="rejected" />
        <Sign sign="+" />
        <Count number={ignored} word="ignored" />
      </p>
      <p className="small weak">
        {isChecked ? `${UNITS[phase]}, nothing stored` : storedText(stored, accepted, UNITS[phase])}
      </p>
    </div>
  );
}

const storedText = (stored: number, accepted: number, unit: string): string =>
  stored === accepted
    ? `All accepted ${unit} are stored.`
    : `${stored} of them ${stored === 1 ? 'is' : 'are'} stored.`;

const Count = ({ number, word }: { number: number; word: string }) => (
  <span className="accounting-count">
    <strong>{number.toLocaleString('en-US')}</strong> <span className="small weak">{word}</span>
  </span>
);

const Sign = ({ sign }: { sign: string }) => (
  <span className="weak" aria-hidden="true">
    {sign}
  </span>
);
