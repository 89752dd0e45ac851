import { counted } from '#web/words/counted.ts';
import type { ImportResult } from '../import-result.ts';

/** How much of the required hours somebody reads. */
export function CoverageNote({ coverage }: { coverage: NonNullable<ImportResult['coverage']> }) {
  const { required, covered, gaps, percentage } = coverage;
  return (
    <div>
      <p>
        <strong>{hours(covered)}</strong> of {hours(required)} study hours are covered
      </p>
      <p className="small weak">
        {counted(gaps, 'gap')} · shifts filled {percentage} %
      </p>
    </div>
  );
}

const hours = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 1 });
