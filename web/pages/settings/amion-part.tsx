import { useState } from 'react';
import { useMay } from '#web/client/session.ts';
import { Facts } from '#web/components/facts.tsx';
import { Told } from '#web/components/notice.tsx';
import { Section } from '#web/components/section.tsx';
import { AmionLogin } from './amion-login.tsx';
import { AmionPlace } from './amion-place.tsx';
import type { Department } from './settings-query.ts';

/** Where the roster is fetched from, how often, and with which login. */
export function AmionPart({ department }: { department: Department }) {
  const maySchedule = useMay('schedule');
  const [told, setTold] = useState<string | null>(null);
  if (!maySchedule)
    return (
      <Section title="Amion" lead="Your role may read this, not change it.">
        <Facts
          facts={[
            ['Address', department.amionBaseUrl ?? 'the default address'],
            ['Fresh roster', `every ${department.amionPullMinutes} minutes`],
            ['Login', department.hasAmionLogin ? 'is set' : 'is not set'],
          ]}
        />
      </Section>
    );
  return (
    <div className="stack">
      <Told text={told} />
      <div className="settings-columns">
        <AmionPlace department={department} onSaved={setTold} />
        <AmionLogin department={department} onSaved={setTold} />
      </div>
    </div>
  );
}
