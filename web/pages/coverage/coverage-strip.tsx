import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorState } from '#web/components/states.tsx';
import { type Coverage, coverageQuery } from './coverage-queries.ts';

const NUMBER = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });

/** How much of the version is covered, in figures. */
export function CoverageStrip({ version }: { version: string }) {
  const { data, error, refetch } = useQuery(coverageQuery(version));
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />;
  return (
    <section className="coverage-strip panel" aria-label="How much is covered" aria-busy={!data}>
      {data ? <Figures {...data} /> : <span className="unseen">Counting …</span>}
    </section>
  );
}

function Figures(coverage: Coverage) {
  const { percentage, studyHours, shiftInstances, full, partial, uncovered, mismatched, byPosition } =
    coverage;
  return (
    <>
      <Figure name="Study hours with a reader" value={percent(studyHours)}>
        {NUMBER.format(studyHours.covered)} of {NUMBER.format(studyHours.required)} h
      </Figure>
      <Figure name="Shifts covered" value={`${percentage.toFixed(2)} %`}>
        <ul className="coverage-counts">
          <Count name="full" count={full} of={shiftInstances} />
          <Count name="partial" count={partial} isFault />
          <Count name="uncovered" count={uncovered} isFault />
          <Count name="mismatched" count={mismatched} isFault />
        </ul>
      </Figure>
      <div className="coverage-positions">
        <span className="weak small" id="coverage-positions">
          Assigned of desired, by shift type
        </span>
        <ul aria-labelledby="coverage-positions">
          {Object.entries(byPosition).map(([position, { desired, assigned }]) => (
            <li key={position} className={assigned < desired ? 'coverage-lack' : undefined}>
              <strong>{position}</strong> {NUMBER.format(assigned)}/{NUMBER.format(desired)}
              {assigned < desired ? ` (${NUMBER.format(desired - assigned)} missing)` : ''}
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

/** Of no hours none is missing; a little that is missing never shows as all. */
function percent({ required, covered }: Coverage['studyHours']): string {
  if (required === 0) return '100.00 %';
  return `${(Math.floor((covered / required) * 10_000) / 100).toFixed(2)} %`;
}

const Figure = ({ name, value, children }: { name: string; value: string; children: ReactNode }) => (
  <div className="coverage-figure">
    <span className="weak small">{name}</span>
    <strong className="coverage-value">{value}</strong>
    <div className="weak small">{children}</div>
  </div>
);

interface CountProps {
  name: string;
  count: number;
  of?: number;
  isFault?: boolean;
}

const Count = ({ name, count, of, isFault = false }: CountProps) => (
  <li className={isFault && count > 0 ? 'coverage-lack' : undefined}>
    {NUMBER.format(count)}
    {of === undefined ? '' : ` of ${NUMBER.format(of)}`} {name}
  </li>
);
