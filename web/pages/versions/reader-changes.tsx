import { Link } from '@tanstack/react-router';
import { ArrowRight } from 'lucide-react';
import { HoleMark } from '#web/components/hole-mark.tsx';
import { Badge, type Tone } from '#web/components/notice.tsx';
import { ReaderName } from '#web/components/reader-name.tsx';
import { CAUSE_NAMES, isHole } from '#web/words/causes.ts';
import { clockFrom, dateOf } from '#web/words/moments.ts';
import { type ChangeBlock, type ChangeKind, KIND_NAMES, type ReaderState } from './diff-groups.ts';
import './reader-changes.css';

const TONES: Record<ChangeKind, Tone> = {
  uncovered: 'danger',
  covered: 'good',
  changed: 'info',
  cause: 'warning',
};

/** The changes of one schedule date: hours, from whom to whom, and the studies. */
export function ReaderChanges({ date, blocks }: { date: string; blocks: readonly ChangeBlock[] }) {
  return (
    <ul>
      {blocks.map((block) => (
        <Block
          key={`${block.from} ${block.to} ${stateKey(block.before)} ${stateKey(block.after)}`}
          {...{ date, block }}
        />
      ))}
    </ul>
  );
}

const stateKey = ({ name, cause }: ReaderState): string => `${name ?? ''}|${cause ?? ''}`;

function Block({ date, block }: { date: string; block: ChangeBlock }) {
  const { from, to, kind, before, after, hospitals } = block;
  const hours = `${clockFrom(from, date)}–${clockFrom(to, dateOf(from))}`;
  return (
    <li className="change-block">
      <div className="change-hours">
        <Link
          to="/"
          search={{ at: from.slice(0, 16) }}
          aria-label={`${hours}, who reads then by what is in force`}
        >
          {hours}
        </Link>
        <Badge tone={TONES[kind]}>{KIND_NAMES[kind]}</Badge>
      </div>
      <div className="change-words">
        <p className="row change-readers">
          <Reader state={before} />
          <ArrowRight size={16} aria-label="then" role="img" />
          <Reader state={after} />
        </p>
        <ul className="small">
          {hospitals.map(({ hospital, studies }) => (
            <li key={hospital}>
              <strong>{hospital}</strong> <span className="weak">{studies.join(', ')}</span>
            </li>
          ))}
        </ul>
      </div>
    </li>
  );
}

function Reader({ state: { name, cause } }: { state: ReaderState }) {
  if (name) return <ReaderName name={name} />;
  if (cause === null) return <span className="weak">not listed</span>;
  const words = CAUSE_NAMES[cause] ?? cause;
  return isHole(cause) ? <HoleMark text={words} /> : <span className="weak">{words}</span>;
}
