import { useMay } from '#web/client/session.ts';
import { AnswerReasons } from '#web/components/answer-reasons.tsx';
import { Dialog } from '#web/components/dialog.tsx';
import { HoleMark } from '#web/components/hole-mark.tsx';
import { ReaderName } from '#web/components/reader-name.tsx';
import { causeText } from '#web/words/causes.ts';
import { momentText } from '#web/words/moments.ts';
import { nextText } from './hospital-card.tsx';
import type { Answer, Who } from './tonight-query.ts';

interface Props {
  answer: Answer | undefined;
  who: Who | undefined;
  department: string;
  onClose(): void;
}

/** Why this reader, back to the cell of the matrix and the line of the roster, and how to reach them. */
export function WhyPanel({ answer, who, onClose }: Props) {
  const maySchedule = useMay('schedule');
  return (
    <Dialog place="side" title={answer?.label ?? ''} isOpen={answer !== undefined} onClose={onClose}>
      {answer ? (
        <div className="stack-l">
          <div className="stack">
            {answer.reader ? (
              <ReaderName name={answer.reader.name} large />
            ) : (
              <HoleMark text={causeText(answer.cause ?? '', answer.because)} />
            )}
            <p className="weak">
              {momentText(answer.at)}, {nextText(answer)}
            </p>
          </div>
          {answer.reader ? <Reach {...answer.reader} /> : null}
          <AnswerReasons {...answer} />
          {maySchedule && answer.because.shiftType ? (
            <a
              className="button"
              href={`/roster?${new URLSearchParams({
                ...(who && { department: who.department }),
                date: answer.because.scheduleDate,
                shift: answer.because.shiftType,
                at: answer.at.slice(0, 16),
              })}`}
            >
              Somebody is sick? Change {answer.because.shiftType}
            </a>
          ) : null}
        </div>
      ) : null}
    </Dialog>
  );
}

function Reach({ phone, pager, email }: { phone: string | null; pager: string | null; email: string }) {
  return (
    <div className="why-reach">
      {pager ? (
        <a className="button button-primary" href={`tel:${pager}`}>
          Pager {pager}
        </a>
      ) : null}
      {phone ? (
        <a className="button" href={`tel:${phone}`}>
          Phone {phone}
        </a>
      ) : null}
      <a className="button" href={`mailto:${email}`}>
        {email}
      </a>
    </div>
  );
}
