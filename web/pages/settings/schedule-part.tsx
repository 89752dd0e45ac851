import { useState } from 'react';
import { useMay } from '#web/client/session.ts';
import { Facts } from '#web/components/facts.tsx';
import { Told } from '#web/components/notice.tsx';
import { Section } from '#web/components/section.tsx';
import { dayYearText } from '#web/words/moments.ts';
import { HolidaysForm } from './holidays-form.tsx';
import { HoursForm } from './hours-form.tsx';
import type { Department } from './settings-query.ts';

/** The clock and the calendar of a department. */
export function SchedulePart({ department }: { department: Department }) {
  const maySchedule = useMay('schedule');
  const [told, setTold] = useState<string | null>(null);
  if (!maySchedule)
    return (
      <Section title="Hours and holidays" lead="Your role may read this, not change it.">
        <Facts
          facts={[
            ['Time zone', department.timeZone],
            ['Rollover hour', department.rolloverHour],
            ['Holidays', department.holidays.map(dayYearText).join(', ') || null],
          ]}
        />
      </Section>
    );
  return (
    <div className="stack">
      <Told text={told} />
      <div className="settings-columns">
        <HoursForm department={department} onSaved={setTold} />
        <HolidaysForm department={department} onSaved={setTold} />
      </div>
    </div>
  );
}
