import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { answerOf, api } from '#web/client/api.ts';
import { AskDialog } from '#web/components/ask-dialog.tsx';
import { Button } from '#web/components/button.tsx';
import { departmentCodesQuery, type Hospital } from './hospitals-query.ts';
import './hospitals.css';

interface Props {
  hospital: Hospital;
  onChanged(text: string): void;
}

/** Whether a hospital owns a schedule, and whether it is there at all. */
export function HospitalFuture({ hospital: { code, name }, onChanged }: Props) {
  const { data: departments } = useQuery(departmentCodesQuery);
  const [asking, setAsking] = useState<'department' | 'disable' | null>(null);
  const close = () => setAsking(null);
  return (
    <div className="hospital-future">
      <div>
        <h3>Schedule</h3>
        {departments?.has(code) ? (
          <p>
            {code} is a department: it owns a schedule.{' '}
            <Link to="/settings" search={{ department: code }}>
              Its settings
            </Link>
          </p>
        ) : (
          <>
            <p className="weak">Its studies are read by others. A department owns a schedule of its own.</p>
            <Button onPress={() => setAsking('department')} isDisabled={departments === undefined}>
              Make it a department …
            </Button>
          </>
        )}
      </div>
      <div>
        <h3>Disable</h3>
        <p className="weak">A disabled hospital is in no list, and a matrix that names it is refused.</p>
        <Button look="danger" onPress={() => setAsking('disable')}>
          Disable …
        </Button>
      </div>
      {asking === 'department' ? (
        <AskDialog
          title={`Make ${code} a department?`}
          action="Make it one"
          act={() => answerOf(api.POST('/api/departments', { body: { code } }))}
          onClose={close}
          onDone={() => onChanged(`${code} is a department now. Its settings are the defaults.`)}
        >
          <p>
            {name} gets a schedule of its own, with settings, imports and versions. That it is a department is
            not taken back.
          </p>
        </AskDialog>
      ) : null}
      {asking === 'disable' ? (
        <AskDialog
          title={`Disable ${code}?`}
          action="Disable"
          act={() => answerOf(api.DELETE('/api/hospitals/{code}', { params: { path: { code } } }))}
          onClose={close}
          onDone={() => onChanged(`${code} is disabled.`)}
        >
          <p>It is taken from every list but that of the disabled ones, where it can be enabled again.</p>
        </AskDialog>
      ) : null}
    </div>
  );
}
