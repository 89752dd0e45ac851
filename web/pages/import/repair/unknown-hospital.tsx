import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CircleCheck } from 'lucide-react';
import { Button as LinkButton } from 'react-aria-components';
import { answerOf, api } from '#web/client/api.ts';
import { useMay } from '#web/client/session.ts';
import { Button } from '#web/components/button.tsx';
import { ErrorState } from '#web/components/states.tsx';
import { counted } from '#web/words/counted.ts';
import { hospitalCodesQuery } from '../import-queries.ts';
import type { UnknownHospital as Unknown } from './repairs.ts';

interface Props {
  hospital: Unknown;
  timeZone: string;
  /** It is made when the import runs again. */
  isCreated: boolean;
  onCreate(isCreated: boolean): void;
  onShow(place: { sheet: string; cell: string }): void;
}

/** A name that is no hospital: a slip of the pen to be mended in the workbook, or a hospital that is to be made. */
export function UnknownHospital({ hospital, timeZone, isCreated, onCreate, onShow }: Props) {
  const { name, count, near, place } = hospital;
  const mayAdminister = useMay('administer');
  const { data: codes } = useQuery(hospitalCodesQuery);
  const create = useNewHospital(timeZone);
  const isKnown = codes?.has(name.toLowerCase()) ?? false;
  return (
    <li className="repair" data-done={isKnown || undefined}>
      <div className="repair-what">
        <strong>{name === '' ? 'no hospital' : name}</strong>
        <span className="weak small">
          {counted(count, 'cell')}
          {place ? ' · ' : ''}
          {place ? (
            <LinkButton
              className="message-place"
              aria-label={`Show cell ${place.cell} of ${place.sheet}: ${name}`}
              onPress={() => onShow(place)}
            >
              cell {place.cell}
            </LinkButton>
          ) : null}
        </span>
      </div>
      <div className="repair-how">
        {isKnown ? (
          <p className="repair-done" role="status">
            <CircleCheck size={16} aria-hidden="true" />
            is a hospital now
          </p>
        ) : (
          <>
            {near.length > 0 ? (
              <p>Is {near.join(' or ')} meant? Then correct the label in the workbook, and drop it below.</p>
            ) : null}
            <div className="row">
              {mayAdminister ? (
                <Button small isPending={create.isPending} onPress={() => create.mutate(name)}>
                  Make {name} a hospital
                </Button>
              ) : isCreated ? (
                <p className="repair-done">
                  is made a hospital when it runs again
                  <Button small look="quiet" onPress={() => onCreate(false)}>
                    Take back
                  </Button>
                </p>
              ) : (
                <Button small onPress={() => onCreate(true)}>
                  Make it a hospital
                </Button>
              )}
            </div>
          </>
        )}
        {create.error ? <ErrorState error={create.error} /> : null}
      </div>
    </li>
  );
}

function useNewHospital(timeZone: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (code: string) =>
      (await answerOf(api.POST('/api/hospitals', { body: { code, name: code, timeZone } }))).hospital,
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ['session'] });
      return queryClient.invalidateQueries({ queryKey: ['hospitals'] });
    },
  });
}
