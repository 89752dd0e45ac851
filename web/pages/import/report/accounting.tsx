import type { Accounting } from '../import-result.ts';

const UNITS = { ODS_IMPORT: 'cells or rows', AMION_IMPORT: 'roster rows', COVERAGE: '' } as const;

/** Every unit that was read is accounted for: read = accepted + rejected + ignored. */
export function AccountingSum({ accounting, phase }: { accounting: Accounting; phase: keyof typeof UNITS }) {
  const { read, accepted, rejected, ignored, stored } = accounting;
  return (
    <div className="accounting">
      <p className="accounting-sum">
        <Count number={read} word="read" />
        <span aria-hidden="true">=</span>
        <Count number={accepted} word="accepted" />
        <span aria-hidden="true">+</span>
        <Count number={rejected} word="rejected" />
        <span aria-hidden="true">+</span>
        <Count number={ignored} word="ignored" />
      </p>
      <p className="small weak">
        {stored} of {accepted} accepted {UNITS[phase]} stored
      </p>
    </div>
  );
}

const Count = ({ number, word }: { number: number; word: string }) => (
  <span className="accounting-count">
    <strong>{number}</strong> {word}
  </span>
);
