import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { SHIFT_TYPES, type ShiftType } from '#src/domain/shift-type.ts';
import { answerOf, api, type Schemas } from '#web/client/api.ts';
import { Button } from '#web/components/button.tsx';
import { Choice } from '#web/components/field.tsx';
import { ErrorState } from '#web/components/states.tsx';
import { dayText } from '#web/words/moments.ts';
import { departmentQuery } from '../import-queries.ts';
import type { LinePlace } from '../report/message-lines.ts';
import { RepairRow, rowsText } from './repair-row.tsx';
import type { UnmappedShift as Unmapped } from './repairs.ts';

type Meaning = ShiftType | 'ignore' | '';

interface Props {
  shift: Unmapped;
  department: string;
  onShowLine(place: LinePlace): void;
}

/** An assignment that is no shift type: map it to one, or list it as none. */
export function UnmappedShift({ shift, department, onShowLine }: Props) {
  const { assignment, rows, dates, lines } = shift;
  const [meaning, setMeaning] = useState<Meaning>('');
  const { data } = useQuery(departmentQuery(department));
  const map = useMapping(department);
  const known = data?.mapping.find((entry) => isSame(entry.assignment, assignment));
  return (
    <RepairRow
      title={assignment}
      about={`${rowsText(rows)}${dates[0] ? `, ${dates.length === 1 ? '' : 'first '}${dayText(dates[0])}` : ''}`}
      lines={lines}
      onShowLine={onShowLine}
      isDone={known !== undefined}
    >
      {known ? (
        <p className="repair-done" role="status">
          <CircleCheck size={16} aria-hidden="true" />
          {known.shiftType === null ? 'is no shift, and ignored' : `is ${known.shiftType}`}
          <Button
            small
            look="quiet"
            isPending={map.isPending}
            onPress={() => map.mutate({ assignment, shiftType: undefined })}
          >
            Take back
          </Button>
        </p>
      ) : (
        <form
          className="repair-form"
          onSubmit={(event) => {
            event.preventDefault();
            if (meaning !== '') map.mutate({ assignment, shiftType: meaning === 'ignore' ? null : meaning });
          }}
        >
          <Choice<Meaning>
            label={`What “${assignment}” means`}
            value={meaning}
            onChange={setMeaning}
            options={[
              { value: '', label: 'Choose …' },
              ...SHIFT_TYPES.map((value) => ({ value, label: value })),
              { value: 'ignore', label: 'No shift: ignore it' },
            ]}
          />
          <Button type="submit" isDisabled={meaning === ''} isPending={map.isPending}>
            Map it
          </Button>
        </form>
      )}
      {map.error ? <ErrorState error={map.error} /> : null}
    </RepairRow>
  );
}

/** Names of assignments compare without case and spaces. */
const isSame = (a: string, b: string): boolean => bare(a) === bare(b);
const bare = (name: string): string => name.toLowerCase().replace(/\s+/g, '');

/** Changes one entry of the mapping as it is now; `undefined` takes it out. */
function useMapping(code: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async ({
      assignment,
      shiftType,
    }: {
      assignment: string;
      shiftType: ShiftType | null | undefined;
    }) => {
      const before = await queryClient.fetchQuery({ ...departmentQuery(code), staleTime: 0 });
      const others = before.mapping.filter((entry) => !isSame(entry.assignment, assignment));
      const mapping: Schemas['MappedAssignment'][] =
        shiftType === undefined ? others : [...others, { assignment, shiftType }];
      const call = api.PATCH('/api/departments/{code}', { params: { path: { code } }, body: { mapping } });
      return (await answerOf(call)).department;
    },
    onSuccess: (department) => queryClient.setQueryData(departmentQuery(code).queryKey, department),
  });
}
