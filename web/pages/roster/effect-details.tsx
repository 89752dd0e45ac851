import { type Effect, type StudyLine, studies } from './change-effect.ts';

interface Props {
  effect: Effect;
  /** Above the studies that lose their reader, where the sentence has not counted them. */
  lostWords?: string;
}

/** The studies behind a sentence about a change, and which positions are cut otherwise. */
export function EffectDetails({ effect, lostWords }: Props) {
  const { left, lost, moves, recuts } = effect;
  const count = (lines: readonly StudyLine[], words: string): string => `${studies(lines.length)} ${words}`;
  return (
    <div className="effect">
      {recuts.map((text) => (
        <p key={text}>
          <strong>Positions:</strong> {text}.
        </p>
      ))}
      <Studies lines={left}>{count(left, 'still without a reader')}</Studies>
      <Studies lines={lost}>{lostWords ?? count(lost, 'newly without a reader')}</Studies>
      {moves.map(({ before, after, studies: lines }) => (
        <Studies key={`${before}|${after}`} lines={lines}>
          {count(lines, `from ${before} to ${after}`)}
        </Studies>
      ))}
    </div>
  );
}

function Studies({ lines, children }: { lines: readonly StudyLine[]; children: string }) {
  if (lines.length === 0) return null;
  return (
    <details>
      <summary>{children}</summary>
      <ul className="effect-studies">
        {lines.map(({ label, hours }) => (
          <li key={label}>
            {label} <span className="weak nowrap">{hours}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
