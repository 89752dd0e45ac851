import type { ReactNode } from 'react';
import { ProgressBar } from '#web/components/progress-bar.tsx';
import type { Message } from '#web/findings/message-place.ts';
import { SEVERITY_NAMES, SeverityMark } from '#web/findings/severity-mark.tsx';
import { counted } from '#web/words/counted.ts';
import { PHASE_NAMES } from '#web/words/jobs.ts';
import type { Phase } from '../import-result.ts';
import { StateBadge } from '../state-badge.tsx';
import { AccountingSum } from './accounting.tsx';

/** The phases side by side: how far each is, and what came of it. */
export function PhaseStrip({
  phases,
  notes,
}: {
  phases: readonly Phase[];
  notes?: (phase: Phase) => ReactNode;
}) {
  return (
    <ol className="phases">
      {phases.map((phase) => (
        <li key={phase.phase} className="panel phase" data-state={phase.state}>
          <div className="spread">
            <h2>{PHASE_NAMES[phase.phase]}</h2>
            <StateBadge state={phase.state} />
          </div>
          {phase.state === 'RUNNING' ? <Running phase={phase} /> : null}
          {phase.accounting ? <AccountingSum accounting={phase.accounting} phase={phase.phase} /> : null}
          {notes?.(phase)}
          <SeverityCounts messages={phase.messages} />
        </li>
      ))}
    </ol>
  );
}

function Running({ phase: { step, done, total } }: { phase: Phase }) {
  return (
    <div className="phase-running">
      <p className="small" role="status">
        {step}
      </p>
      <ProgressBar label={step ?? 'Running'} done={done} total={total} />
    </div>
  );
}

/** `2 errors, 3 warnings, 4 notes`, each with its picture. */
export function SeverityCounts({ messages }: { messages: readonly Message[] }) {
  const counts = (['ERROR', 'WARNING', 'INFO'] as const).flatMap((severity) => {
    const count = messages.filter((message) => message.severity === severity).length;
    return count > 0 ? [{ severity, count }] : [];
  });
  if (counts.length === 0) return null;
  return (
    <ul className="row small">
      {counts.map(({ severity, count }) => (
        <li key={severity} className="severity-count">
          <SeverityMark severity={severity} size={15} />
          {counted(count, SEVERITY_NAMES[severity])}
        </li>
      ))}
    </ul>
  );
}
