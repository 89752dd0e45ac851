import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '#web/client/session.ts';
import { Notice } from '#web/components/notice.tsx';
import { ActionPanel } from './action-panel.tsx';
import { countFindings } from './findings-filter.ts';
import type { Outcome } from './outcome.ts';
import { Standing } from './standing.tsx';
import type { PageAction } from './version-actions.ts';
import { VersionDialogs } from './version-dialogs.tsx';
import { VersionFacts } from './version-facts.tsx';
import { VersionFindings } from './version-findings.tsx';
import { VersionHistory } from './version-history.tsx';
import { VersionImports } from './version-imports.tsx';
import { periodsQuery, type SeenVersion } from './version-queries.ts';
import './version-page.css';

export function VersionView({ seen }: { seen: SeenVersion }) {
  const { version } = seen;
  const [asked, ask] = useState<PageAction | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const { data: periods = [] } = useQuery(periodsQuery(version.department));
  const timeZone = useTimeZone(version.department);
  const counts = countFindings(seen.validation.messages);
  return (
    <div className="stack-l">
      {outcome ? (
        <div ref={focusWhenShown} tabIndex={-1} className="version-outcome">
          <Notice tone={outcome.tone} title={outcome.title} live>
            {outcome.body}
          </Notice>
        </div>
      ) : null}
      <Standing seen={seen} counts={counts} />
      <div className="version-columns">
        <div className="version-side stack-l">
          <ActionPanel {...{ version, counts, periods }} onAsk={ask} onDone={setOutcome} />
          <VersionFacts {...{ seen, timeZone }} />
        </div>
        <div className="version-main stack-l">
          <VersionFindings {...{ seen, counts, timeZone }} onDone={setOutcome} />
          <VersionImports id={version.id} timeZone={timeZone} />
          <VersionHistory id={version.id} timeZone={timeZone} />
        </div>
      </div>
      <VersionDialogs
        {...{ seen, periods, asked }}
        onClose={() => ask(null)}
        onDone={(done) => {
          ask(null);
          setOutcome(done);
        }}
      />
    </div>
  );
}

/** The zone of a department that may be another than the one chosen in the menu. */
function useTimeZone(department: string): string {
  const { departments } = useSession();
  return departments.find(({ code }) => code === department)?.timeZone ?? 'UTC';
}

const focusWhenShown = (element: HTMLElement | null): void => element?.focus();
