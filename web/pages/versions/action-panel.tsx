import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useId } from 'react';
import { answerOf, api } from '#web/client/api.ts';
import { useMay } from '#web/client/session.ts';
import { Button } from '#web/components/button.tsx';
import { counted } from '#web/words/counted.ts';
import { datesText, overlaps } from '#web/words/date-span.ts';
import type { FindingCounts } from './findings-filter.ts';
import type { Outcome } from './outcome.ts';
import { RefusalNotice } from './refusal-notice.tsx';
import { type PageAction, whyNot } from './version-actions.ts';
import { invalidateVersions, type Period, type Version } from './version-queries.ts';
import { versionName } from './version-words.ts';

interface Props {
  version: Version;
  counts: FindingCounts;
  periods: readonly Period[];
  /** Asks before it is done. */
  onAsk(action: PageAction): void;
  onDone(outcome: Outcome): void;
}

/** What can be done with the version, each with what it does, or why it cannot be done now. */
export function ActionPanel({ version, counts, periods, onAsk, onDone }: Props) {
  const maySchedule = useMay('schedule');
  const copying = useCopy(version, onDone);
  const standing = { status: version.status, maySchedule, openWarnings: counts.openWarnings };
  const reasonOf = (action: PageAction) => whyNot(action, standing);
  return (
    <section className="panel" aria-label="Actions">
      {maySchedule ? (
        <>
          <Action
            label={counts.errors > 0 && version.status === 'STAGING' ? 'Promote …' : 'Promote'}
            look="primary"
            not={reasonOf('promote')}
            does={
              counts.errors > 0
                ? `Overrides ${counted(counts.errors, 'error')}, with a reason.`
                : `Puts it in force for ${datesText(version)}.`
            }
            onPress={() => onAsk('promote')}
          />
          <Action
            label="Copy"
            not={reasonOf('copy')}
            does="Makes a new staging version with the same rules, shifts and roster."
            isPending={copying.isPending}
            onPress={() => copying.mutate()}
          />
          <Action
            label="Archive"
            look="danger"
            not={reasonOf('archive')}
            does={
              version.status === 'PRODUCTION'
                ? 'Takes it out of force.'
                : 'Puts it away; it cannot be promoted then.'
            }
            onPress={() => onAsk('archive')}
          />
          <Action
            label="Delete"
            look="danger"
            not={reasonOf('delete')}
            does="Removes it: it was never in force."
            onPress={() => onAsk('delete')}
          />
        </>
      ) : (
        <p className="panel-body weak small">
          Your role reads versions. Promoting, accepting, archiving and copying need a scheduler or
          administrator.
        </p>
      )}
      {copying.error ? <RefusalNotice error={copying.error} onReload={() => copying.reset()} /> : null}
      <Ways version={version} periods={periods} />
    </section>
  );
}

interface ActionProps {
  label: string;
  look?: 'plain' | 'primary' | 'danger';
  /** Why it cannot be done. */
  not: string | null;
  does: string;
  isPending?: boolean;
  onPress(): void;
}

function Action({ label, look = 'plain', not, does, isPending = false, onPress }: ActionProps) {
  const id = useId();
  return (
    <div className="version-action">
      <Button {...{ look, isPending, onPress }} isDisabled={not !== null} aria-describedby={id}>
        {label}
      </Button>
      <p id={id} className="weak small">
        {not ?? does}
      </p>
    </div>
  );
}

/** Where else this version can be looked at. */
function Ways({ version, periods }: { version: Version; periods: readonly Period[] }) {
  const standing = periods.find((period) => period.version !== version.id && overlaps(period, version));
  const params = { versionId: version.id };
  return (
    <div className="version-action version-ways">
      <span className="weak small">Look at it</span>
      <span className="row">
        <VersionLink to="/coverage" version={version}>
          Coverage board
        </VersionLink>
        <VersionLink to="/roster" version={version}>
          Roster
        </VersionLink>
        <Link
          to="/versions/$versionId/compare"
          params={params}
          search={standing ? { against: standing.version } : {}}
        >
          {standing ? `Compare with ${versionName(standing.version).toLowerCase()}, in force` : 'Compare'}
        </Link>
      </span>
    </div>
  );
}

interface LinkProps {
  to: '/coverage' | '/roster';
  version: Version;
  children: ReactNode;
}

const VersionLink = ({ to, version, children }: LinkProps) => (
  <Link to={to} search={{ version: version.id, from: version.from }}>
    {children}
  </Link>
);

function useCopy({ id }: Version, onDone: (outcome: Outcome) => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => answerOf(api.POST('/api/versions/{id}/copy', { params: { path: { id } } })),
    onSuccess: async ({ version: copy }) => {
      await invalidateVersions(queryClient);
      onDone({
        tone: 'good',
        title: 'Copied into a new staging version.',
        body: (
          <Link to="/versions/$versionId" params={{ versionId: copy.id }}>
            Open {versionName(copy.id).toLowerCase()}
          </Link>
        ),
      });
    },
  });
}
