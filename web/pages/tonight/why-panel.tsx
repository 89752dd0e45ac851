import type { ReactNode } from 'react';
import { useMay } from '#web/client/session.ts';
import { Dialog } from '#web/components/dialog.tsx';
import { HoleMark } from '#web/components/hole-mark.tsx';
import { Badge } from '#web/components/notice.tsx';
import { ReaderName } from '#web/components/reader-name.tsx';
import { causeText } from '#web/words/causes.ts';
import { dayText, momentText } from '#web/words/moments.ts';
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
          <Reasons answer={answer} />
          {maySchedule && answer.because.shiftType ? (
            <a
              className="button"
              href={`/roster?${new URLSearchParams({
                ...(who && { department: who.department }),
                date: answer.because.scheduleDate,
                shift: answer.because.shiftType,
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

function Reasons({ answer: { because, studyType } }: { answer: Answer }) {
  const { position, shiftType, scenario, rule, assignment, window, scheduleDate } = because;
  return (
    <dl className="why-reasons">
      <Reason term="Window">
        {window ? `${window} of schedule date ${dayText(scheduleDate)}` : 'No window is open'}
      </Reason>
      <Reason term="Position">
        {position ?? 'none is marked'}
        {shiftType && shiftType !== position ? `, held by whoever is on ${shiftType}` : ''}
      </Reason>
      {scenario === 'BODY' ? (
        <Reason term="Re-cut">
          <Badge tone="info">Body</Badge> A body-only reader is on, so the positions are re-cut tonight.
        </Reason>
      ) : null}
      <Reason term="Study type">{studyType.toLowerCase()}</Reason>
      <Reason term="Matrix">
        {rule ? (
          <>
            {rule.file}, sheet “{rule.sheet}”, cell <strong>{rule.cell}</strong>
          </>
        ) : (
          'No cell says it'
        )}
      </Reason>
      <Reason term="Roster">
        {assignment ? (
          <>
            {assignment.source === 'AMION' ? '' : `${assignment.source.toLowerCase()}, `}
            {assignment.report ?? 'entered by hand'}
            {assignment.line ? `, line ${assignment.line}` : ''}
            {assignment.text ? <code className="why-line">{assignment.text}</code> : null}
          </>
        ) : (
          'No line names anybody'
        )}
      </Reason>
    </dl>
  );
}

const Reason = ({ term, children }: { term: string; children: ReactNode }) => (
  <div>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
);
