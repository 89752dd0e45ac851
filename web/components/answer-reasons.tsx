import type { ReactNode } from 'react';
import type { Schemas } from '#web/client/api.ts';
import { dayText } from '#web/words/moments.ts';
import { Badge } from './notice.tsx';
import './answer-reasons.css';

/** Why an answer is what it is: back to the cell of the matrix and the line of the roster. */
export function AnswerReasons({ because, studyType }: Pick<Schemas['WhoAnswer'], 'because' | 'studyType'>) {
  const { position, shiftType, scenario, rule, assignment, window, scheduleDate } = because;
  return (
    <dl className="answer-reasons">
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
            {assignment.text ? <code className="answer-reasons-line">{assignment.text}</code> : null}
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
