import { ChevronRight } from 'lucide-react';
import { Button } from 'react-aria-components';
import { HoleMark } from '#web/components/hole-mark.tsx';
import { ReaderName } from '#web/components/reader-name.tsx';
import { causeText, isHole } from '#web/words/causes.ts';
import { counted } from '#web/words/counted.ts';
import { clockFrom, dateOf } from '#web/words/moments.ts';
import { type Answer, keyOf, studyText } from './tonight-query.ts';

interface Props {
  hospital: string;
  answers: readonly Answer[];
  onOpen(answer: Answer): void;
}

/** One hospital: its studies, each with its reader. A row opens the reason. */
export function HospitalCard({ hospital, answers, onOpen }: Props) {
  const holes = answers.filter(({ cause }) => isHole(cause)).length;
  return (
    <section className="hospital-card panel" aria-label={hospital}>
      <header className="hospital-card-head">
        <h2>{hospital}</h2>
        <span className={holes > 0 ? 'hospital-card-holes' : 'weak small'}>
          {holes > 0 ? `${holes} without reader` : counted(answers.length, 'study', 'studies')}
        </span>
      </header>
      <ul>
        {answers.map((answer) => (
          <li key={`${keyOf(answer)}|${answer.at}`}>
            <Button
              className="study-row"
              data-hole={isHole(answer.cause) || undefined}
              onPress={() => onOpen(answer)}
            >
              <span className="study-row-study">
                <span className="unseen">Why, {hospital}</span> {studyText(answer)}
              </span>
              <span className="study-row-reader">
                {answer.reader ? (
                  <ReaderName name={answer.reader.name} />
                ) : isHole(answer.cause) ? (
                  <HoleMark text={causeText(answer.cause ?? '', answer.because)} />
                ) : (
                  <span className="weak">{causeText(answer.cause ?? '', answer.because)}</span>
                )}
                <span className="study-row-next">{nextText(answer)}</span>
              </span>
              <ChevronRight size={16} aria-hidden="true" className="study-row-more" />
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** `until 04:00, then Liv Quistholm` */
export function nextText({ at, until, next, because }: Answer): string {
  if (until === null) return '';
  const when = `until ${clockFrom(until, dateOf(at))}`;
  if (!next) return when;
  if (next.name) return `${when}, then ${next.name}`;
  if (next.cause === 'NO_WINDOW' || next.cause === 'NOT_LISTED') return `${when}, then nothing is listed`;
  return `${when}, then no reader: ${causeText(next.cause ?? '', { ...because, position: null, person: null }).toLowerCase()}`;
}
