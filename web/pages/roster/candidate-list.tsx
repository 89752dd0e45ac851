import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { ReaderName } from '#web/components/reader-name.tsx';
import { SearchBox } from '#web/components/search-box.tsx';
import { EmptyState, Skeleton } from '#web/components/states.tsx';
import { counted } from '#web/words/counted.ts';
import { monthText } from '#web/words/moments.ts';
import { SPECIALTY_NAMES } from '#web/words/people.ts';
import type { Candidate } from './change-queries.ts';

interface Props {
  candidates: readonly Candidate[] | undefined;
  /** Schedule date of the shift. */
  date: string;
  onTake(candidate: Candidate): void;
}

/** A group in which one does not look for a name any more. */
const MANY = 15;

/** Who may take a shift, the best first; below them the others, each with what stands against it. */
export function CandidateList({ candidates, date, onTake }: Props) {
  const [find, setFind] = useState('');
  if (!candidates) return <Skeleton lines={5} label="Looking who may take it" />;
  const others = candidates.filter(({ reasons }) => !reasons.some(({ code }) => code === 'HOLDS_IT_ALREADY'));
  const found = others.filter(({ person }) => person.name.toLowerCase().includes(find.trim().toLowerCase()));
  const [able, unable] = [found.filter(isAble), found.filter((candidate) => !isAble(candidate))];
  const month = monthText(date).split(' ')[0] ?? '';
  const rows = (shown: readonly Candidate[]) => (
    <ul className="candidates panel">
      {shown.map((candidate) => (
        <li key={candidate.person.id}>
          <CandidateRow candidate={candidate} month={month} onTake={onTake} />
        </li>
      ))}
    </ul>
  );
  return (
    <section className="stack" aria-label="Who may take it">
      <h3>Who may take it</h3>
      {others.length > MANY ? (
        <div className="row">
          <SearchBox label="Find a person" value={find} onChange={setFind} />
        </div>
      ) : null}
      {able.length > 0 ? (
        rows(able)
      ) : (
        <EmptyState title="Nobody is admitted, free and rested.">
          <p>Look at the others below: each says what stands against it.</p>
        </EmptyState>
      )}
      {unable.length > 0 ? (
        <details className="unable" open={able.length === 0}>
          <summary>{counted(unable.length, 'other')}, with what stands against it</summary>
          {rows(unable)}
        </details>
      ) : null}
    </section>
  );
}

const isAble = ({ reasons }: Candidate): boolean => reasons.length === 0;

interface RowProps {
  candidate: Candidate;
  month: string;
  onTake(candidate: Candidate): void;
}

function CandidateRow({ candidate, month, onTake }: RowProps) {
  const { person, reasons } = candidate;
  const facts = [SPECIALTY_NAMES[person.specialty], loadText(candidate, month), restText(candidate)].filter(
    Boolean,
  );
  return (
    <Button className="candidate" onPress={() => onTake(candidate)}>
      <span className="candidate-words">
        <ReaderName name={person.name} />
        <span className="weak small">{facts.join(' · ')}</span>
        {reasons.map(({ code, text }) => (
          <span key={text} className="candidate-reason small" data-code={code}>
            {text}
          </span>
        ))}
      </span>
      <ChevronRight size={16} aria-hidden="true" />
    </Button>
  );
}

const loadText = ({ shiftsInMonth, nightsInMonth }: Candidate, month: string): string =>
  `${counted(shiftsInMonth, 'shift')} in ${month}, ${counted(nightsInMonth, 'night')}`;

function restText({ restHours: { before, after } }: Candidate): string {
  const parts = [
    before === null ? '' : `${Math.floor(before)} h since the last`,
    after === null ? '' : `${Math.floor(after)} h to the next`,
  ].filter(Boolean);
  return parts.join(', ');
}
