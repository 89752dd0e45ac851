import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { AmionLogin } from '../amion-login.tsx';
import { departmentQuery } from '../import-queries.ts';
import type { LinePlace } from '../report/message-lines.ts';
import { AmbiguousPerson } from './ambiguous-person.tsx';
import type { Repairs } from './repairs.ts';
import type { RunOptions } from './run-options.ts';
import { UnknownHospital } from './unknown-hospital.tsx';
import { UnknownPerson } from './unknown-person.tsx';
import { UnmappedShift } from './unmapped-shift.tsx';
import './repair.css';

interface Props {
  repairs: Repairs;
  department: string;
  timeZone: string;
  options: RunOptions;
  onOptions(options: RunOptions): void;
  onShowLine(place: LinePlace): void;
  onShowCell(place: { sheet: string; cell: string }): void;
}

/** Everything that can be put right here, one thing after the other. */
export function RepairPanel(props: Props) {
  const { repairs, department, timeZone, options, onOptions, onShowLine, onShowCell } = props;
  const { people, ambiguous, hospitals, shifts, login } = repairs;
  const leaveOut = (name: string, isLeftOut: boolean): void => {
    const leftOut = new Set(options.leftOut);
    if (isLeftOut) leftOut.add(name);
    else leftOut.delete(name);
    onOptions({ ...options, leftOut });
  };
  return (
    <>
      {login ? <LoginRepair department={department} /> : null}
      <Group title="Names on the roster that nobody has" count={people.length}>
        {people.map((person) => (
          <UnknownPerson
            key={person.name}
            {...{ person, department, onShowLine }}
            isLeftOut={options.leftOut.has(person.name)}
            onLeaveOut={(isLeftOut) => leaveOut(person.name, isLeftOut)}
          />
        ))}
      </Group>
      <Group title="Names that several people have" count={ambiguous.length}>
        {ambiguous.map((person) => (
          <AmbiguousPerson key={person.name} {...{ person, department, onShowLine }} />
        ))}
      </Group>
      <Group title="Hospitals that nobody knows" count={hospitals.length}>
        {hospitals.map((hospital) => (
          <UnknownHospital
            key={hospital.name}
            {...{ hospital, timeZone }}
            isCreated={options.createHospitals}
            onCreate={(createHospitals) => onOptions({ ...options, createHospitals })}
            onShow={onShowCell}
          />
        ))}
      </Group>
      <Group title="Assignments that are no shift type" count={shifts.length}>
        {shifts.map((shift) => (
          <UnmappedShift key={shift.assignment} {...{ shift, department, onShowLine }} />
        ))}
      </Group>
    </>
  );
}

function Group({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  if (count === 0) return null;
  return (
    <section className="repair-group">
      <h3>
        {title} <span className="weak small">{count}</span>
      </h3>
      <ul>{children}</ul>
    </section>
  );
}

function LoginRepair({ department: code }: { department: string }) {
  const { data } = useQuery(departmentQuery(code));
  return (
    <section className="repair-group">
      <h3>Amion refuses the login, or there is none</h3>
      {data ? <AmionLogin department={data} /> : null}
    </section>
  );
}
