import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { answerOf, api } from '#web/client/api.ts';
import { useMay } from '#web/client/session.ts';
import { Button } from '#web/components/button.tsx';
import { Dialog } from '#web/components/dialog.tsx';
import { Notice } from '#web/components/notice.tsx';
import { RefusalNotice } from '#web/pages/versions/refusal-notice.tsx';
import {
  type Import,
  invalidateVersions,
  type Version,
  versionsQuery,
} from '#web/pages/versions/version-queries.ts';
import { versionName } from '#web/pages/versions/version-words.ts';
import { counted } from '#web/words/counted.ts';
import { datesText } from '#web/words/date-span.ts';
import { alreadyApplied } from './drift-dates.ts';
import type { Drift, VersionDrift } from './drift-queries.ts';

interface Props {
  code: string;
  seen: Import;
  drift: Drift;
  rosters: readonly Import[];
}

/** Takes the drift over: into a staging copy, which is compared and promoted like any other version. */
export function ApplyDrift({ code, seen, drift, rosters }: Props) {
  const maySchedule = useMay('schedule');
  const [isAsking, setAsking] = useState(false);
  const { data: versions = [] } = useQuery(versionsQuery(code));
  const drifted = drift.versions.filter(({ differences }) => differences.length > 0);
  if (!maySchedule || drifted.length === 0) return null;
  const applied = alreadyApplied(seen, rosters, versions);
  const shifts = drifted.reduce((sum, { differences }) => sum + differences.length, 0);
  return (
    <div className="apply-drift panel no-print">
      <div className="apply-drift-words">
        {applied.map((version) => (
          <Applied key={version.id} version={version} of={drifted[0]?.version} />
        ))}
        <p className="weak small">
          Makes a staging copy of what is in force with this roster; it is in force once you promote it.
        </p>
      </div>
      <Button look={applied.length > 0 ? 'plain' : 'primary'} onPress={() => setAsking(true)}>
        {applied.length > 0 ? 'Take over once more …' : `Take over ${counted(shifts, 'change')} …`}
      </Button>
      {isAsking ? <ApplyDialog {...{ code, drifted }} onClose={() => setAsking(false)} /> : null}
    </div>
  );
}

function Applied({ version, of }: { version: Version; of: string | undefined }) {
  const params = { versionId: version.id };
  return (
    <Notice
      tone="info"
      title={`${versionName(version.id)}, staging, has this roster already.`}
      actions={
        <>
          <Link to="/versions/$versionId/compare" params={params} search={of ? { against: of } : {}}>
            Compare
          </Link>
          <Link to="/versions/$versionId" params={params}>
            Promote it
          </Link>
        </>
      }
    />
  );
}

interface DialogProps {
  code: string;
  drifted: readonly VersionDrift[];
  onClose(): void;
}

function ApplyDialog({ code, drifted, onClose }: DialogProps) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const applying = useMutation({
    mutationFn: () =>
      answerOf(api.POST('/api/departments/{code}/drift/apply', { params: { path: { code } } })),
    onSuccess: async ({ copies }) => {
      const [only, ...others] = copies;
      if (!only || others.length > 0) await navigate({ to: '/versions', search: { status: 'STAGING' } });
      else
        await navigate({
          to: '/versions/$versionId/compare',
          params: { versionId: only.id },
          search: { against: only.of },
        });
      await invalidateVersions(queryClient);
    },
  });
  return (
    <Dialog
      title="Take the changes over?"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" isPending={applying.isPending} onPress={() => applying.mutate()}>
            Make a staging copy
          </Button>
        </>
      }
    >
      <div className="stack">
        <ul className="stack">
          {drifted.map(({ version, differences, ...span }) => (
            <li key={version}>
              A copy of {versionName(version).toLowerCase()} with {counted(differences.length, 'shift')} of{' '}
              {datesText(span)} as Amion has {differences.length === 1 ? 'it' : 'them'} now.
            </li>
          ))}
        </ul>
        <p>What was changed by hand stays. Nothing is in force by this: compare the copy, then promote it.</p>
        {applying.error ? <RefusalNotice error={applying.error} onReload={onClose} /> : null}
      </div>
    </Dialog>
  );
}
