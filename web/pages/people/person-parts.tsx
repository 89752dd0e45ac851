import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useMay } from '#web/client/session.ts';
import { Facts } from '#web/components/facts.tsx';
import { Told } from '#web/components/notice.tsx';
import { Section } from '#web/components/section.tsx';
import { SPECIALTY_NAMES } from '#web/words/people.ts';
import { type Person, personQuery } from './people-query.ts';
import { PersonForm } from './person-form.tsx';
import { PersonState } from './person-state.tsx';
import './people.css';

/** What is known of a person: to be corrected by whoever schedules, to be read by everybody else. */
export function PersonParts({ person }: { person: Person }) {
  const queryClient = useQueryClient();
  const maySchedule = useMay('schedule');
  const [told, setTold] = useState<string | null>(null);
  const keep = async (text: string, saved?: Person) => {
    setTold(text);
    if (saved) queryClient.setQueryData(personQuery(saved.id).queryKey, saved);
    // Every answer about who reads what is computed from people.
    await queryClient.invalidateQueries();
  };
  if (!maySchedule)
    return (
      <Section title="What is known" lead="Your role may read this, not change it.">
        <PersonFacts person={person} />
      </Section>
    );
  return (
    <div className="stack">
      <Told text={told} />
      <div className="person-parts">
        <PersonForm person={person} onSaved={(saved, text) => void keep(text, saved)} />
        <PersonState person={person} onChanged={(text) => void keep(text)} />
      </div>
    </div>
  );
}

function PersonFacts({ person }: { person: Person }) {
  const { email, specialty, aliases, phone, pager, amionId } = person;
  return (
    <Facts
      facts={[
        [
          'Email',
          <a key="email" href={`mailto:${email}`}>
            {email}
          </a>,
        ],
        ['Reads', SPECIALTY_NAMES[specialty]],
        ['Aliases', aliases.length > 0 ? aliases.join('; ') : null],
        ['Phone', phone],
        ['Pager', pager],
        ['Amion id', amionId],
      ]}
    />
  );
}
