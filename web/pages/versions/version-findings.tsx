import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useMay } from '#web/client/session.ts';
import { EmptyState } from '#web/components/states.tsx';
import { MessageList } from '#web/findings/message-list.tsx';
import type { Message } from '#web/findings/message-place.ts';
import { AcceptBar } from './accept-bar.tsx';
import { AcceptDialog } from './accept-dialog.tsx';
import { AcceptedBy } from './accepted-by.tsx';
import { FilterLinks } from './filter-links.tsx';
import { type FindingCounts, type FindingFilter, filterFindings, openWarnings } from './findings-filter.ts';
import type { Outcome } from './outcome.ts';
import { type AcceptedWarning, acceptedQuery, type SeenVersion } from './version-queries.ts';
import { WithdrawDialog } from './withdraw-dialog.tsx';

const route = getRouteApi('/shell/versions/$versionId');

interface Props {
  seen: SeenVersion;
  counts: FindingCounts;
  timeZone: string;
  onDone(outcome: Outcome): void;
}

type Asked = { accept: readonly Message[] } | { withdraw: AcceptedWarning } | null;

/** Everything found, with what stands against a promotion; warnings are accepted here, and acceptances withdrawn. */
export function VersionFindings({ seen: { version, validation }, counts, timeZone, onDone }: Props) {
  const { show } = route.useSearch();
  const maySchedule = useMay('schedule');
  const { data: known } = useQuery(acceptedQuery(version.department));
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [asked, ask] = useState<Asked>(null);
  const { messages } = validation;
  const open = openWarnings(messages);
  const chosen = open.filter(({ context }) => ticked.has(context.key));
  const accepted = new Set(
    messages.flatMap(({ context }) => (context['accepted'] === true ? [context.key] : [])),
  );
  const choose = (key: string, isChosen: boolean) =>
    setTicked(
      (before) => new Set(isChosen ? [...before, key] : [...before].filter((other) => other !== key)),
    );
  const close = () => ask(null);
  const done = (outcome: Outcome) => {
    close();
    setTicked(new Set());
    onDone(outcome);
  };
  return (
    <section className="stack" aria-labelledby="version-findings">
      <div className="spread">
        <h2 id="version-findings">Findings</h2>
        <FilterLinks
          label="Findings shown"
          to="/versions/$versionId"
          params={{ versionId: version.id }}
          searchOf={(chosenFilter) => (chosenFilter ? { show: chosenFilter } : {})}
          options={filterOptions(counts)}
        />
      </div>
      <MessageList
        messages={filterFindings(messages, show)}
        accepted={accepted}
        {...(maySchedule && { chosen: new Set(chosen.map(({ context }) => context.key)), onChoose: choose })}
        actions={({ severity, context }) => {
          const acceptance = severity === 'WARNING' && accepted.has(context.key) && known?.get(context.key);
          return acceptance ? (
            <AcceptedBy
              {...{ acceptance, timeZone }}
              onWithdraw={maySchedule ? () => ask({ withdraw: acceptance }) : null}
            />
          ) : null;
        }}
        empty={<EmptyState title={EMPTY[show ?? 'all']} />}
      />
      {maySchedule && open.length > 0 && version.status !== 'ARCHIVED' ? (
        <AcceptBar
          chosen={chosen.length}
          open={open.length}
          onAccept={(all) => ask({ accept: all ? open : chosen })}
        />
      ) : null}
      {asked && 'accept' in asked ? (
        <AcceptDialog version={version} messages={asked.accept} onClose={close} onDone={done} />
      ) : null}
      {asked && 'withdraw' in asked ? (
        <WithdrawDialog
          department={version.department}
          acceptance={asked.withdraw}
          onClose={close}
          onDone={done}
        />
      ) : null}
    </section>
  );
}

const EMPTY: Record<FindingFilter | 'all', string> = {
  all: 'Nothing was found.',
  against: 'Nothing stands against it.',
  accepted: 'No warning of it is accepted.',
  notes: 'There are no notes.',
};

const filterOptions = ({ errors, openWarnings: warnings, accepted, notes }: FindingCounts) => [
  { label: 'All', count: errors + warnings + accepted + notes },
  { value: 'against' as const, label: 'Against it', count: errors + warnings },
  { value: 'accepted' as const, label: 'Accepted', count: accepted },
  { value: 'notes' as const, label: 'Notes', count: notes },
];
