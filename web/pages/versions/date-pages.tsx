import { type ReactNode, useState } from 'react';
import { Button } from '#web/components/button.tsx';
import { EmptyState } from '#web/components/states.tsx';
import { counted } from '#web/words/counted.ts';
import './date-pages.css';

/** A version of a year can differ on every date: so many are shown at once. */
const DATES_AT_ONCE = 31;

interface Props<Group extends { date: string }> {
  title: string;
  /** What is said where there is none. */
  empty: string;
  groups: readonly Group[];
  head(group: Group): ReactNode;
  body(group: Group): ReactNode;
}

/** One panel a date under a heading; more of them when asked for. */
export function DatePages<Group extends { date: string }>({
  title,
  empty,
  groups,
  head,
  body,
}: Props<Group>) {
  const [shown, setShown] = useState(DATES_AT_ONCE);
  const left = groups.length - shown;
  return (
    <section className="stack">
      <h2>
        {title}{' '}
        {groups.length > 0 ? <span className="weak small">{counted(groups.length, 'date')}</span> : null}
      </h2>
      {groups.length === 0 ? <EmptyState title={empty} /> : null}
      {groups.slice(0, shown).map((group) => (
        <article key={group.date} className="diff-date panel">
          <header className="diff-date-head">{head(group)}</header>
          {body(group)}
        </article>
      ))}
      {left > 0 ? (
        <div>
          <Button onPress={() => setShown(shown + DATES_AT_ONCE)}>
            Show {Math.min(left, DATES_AT_ONCE)} more of {left} dates
          </Button>
        </div>
      ) : null}
    </section>
  );
}
