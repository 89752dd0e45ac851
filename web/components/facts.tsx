import type { ReactNode } from 'react';
import './facts.css';

/** What is known of one thing, to be read: terms with their values. */
export function Facts({ facts }: { facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="facts">
      {facts.map(([term, value]) => (
        <div key={term} className="facts-row">
          <dt>{term}</dt>
          <dd>{value ?? <span className="weak">none</span>}</dd>
        </div>
      ))}
    </dl>
  );
}
