import { CircleCheck } from 'lucide-react';
import { Button } from '#web/components/button.tsx';
import { ErrorState } from '#web/components/states.tsx';
import type { LinePlace } from '../report/message-lines.ts';
import { useAmionId } from './people-changes.ts';
import { RepairRow } from './repair-row.tsx';
import type { AmbiguousPerson as Ambiguous } from './repairs.ts';

interface Props {
  person: Ambiguous;
  department: string;
  onShowLine(place: LinePlace): void;
}

/** A name that several have: Amion's id decides, where the roster has one; else their names or aliases have to. */
export function AmbiguousPerson({ person, department, onShowLine }: Props) {
  const { name, staffId, candidates, lines } = person;
  const give = useAmionId(department);
  const given = give.data;
  return (
    <RepairRow
      title={name}
      about={`may be ${candidates.length} people${staffId ? ` · Amion id ${staffId}` : ''}`}
      lines={lines}
      onShowLine={onShowLine}
      isDone={given !== undefined}
    >
      {given ? (
        <p className="repair-done" role="status">
          <CircleCheck size={16} aria-hidden="true" />
          is {given.name}, by Amion id {staffId}
        </p>
      ) : (
        <>
          <ul className="row">
            {candidates.map((candidate) => (
              <li key={candidate.email ?? candidate.name}>
                {staffId ? (
                  <Button
                    small
                    isDisabled={give.isPending}
                    onPress={() => give.mutate({ person: candidate, amionId: staffId })}
                  >
                    It is {candidate.name} ({candidate.email})
                  </Button>
                ) : (
                  <span>
                    {candidate.name} <span className="weak small">{candidate.email}</span>
                  </span>
                )}
              </li>
            ))}
          </ul>
          <p className="weak small">
            {staffId
              ? 'Whoever you choose gets the Amion id of the roster, so that the name need not decide.'
              : 'The roster has no id for this name. Take the alias that they share from one of them, or write the whole name on the roster.'}
          </p>
        </>
      )}
      {give.error ? <ErrorState error={give.error} /> : null}
    </RepairRow>
  );
}
