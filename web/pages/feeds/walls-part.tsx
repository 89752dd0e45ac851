import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '#web/client/api.ts';
import { AskDialog } from '#web/components/ask-dialog.tsx';
import { Button } from '#web/components/button.tsx';
import { DataTable } from '#web/components/data-table.tsx';
import { Dialog } from '#web/components/dialog.tsx';
import { Told } from '#web/components/notice.tsx';
import { SecretOnce } from '#web/components/secret-once.tsx';
import { EmptyState, ErrorState } from '#web/components/states.tsx';
import { secretColumns } from './feed-columns.tsx';
import { useWalls, WALLS, type Wall } from './feeds-query.ts';

/** Wall displays: tonight of the department on a screen that nobody signs in at. */
export function WallsPart({ code, timeZone }: { code: string; timeZone: string }) {
  const walls = useWalls(code);
  const queryClient = useQueryClient();
  const [url, setUrl] = useState<string | null>(null);
  const [revoking, setRevoking] = useState<Wall | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const renew = () => void queryClient.invalidateQueries({ queryKey: WALLS });
  const make = useMutation({
    mutationFn: () => answerOf(api.POST('/api/walls', { body: { department: code } })),
    onSuccess: (made) => {
      setUrl(made.url);
      renew();
    },
  });
  return (
    <section className="stack" aria-labelledby="walls-title">
      <div className="spread">
        <div>
          <h2 id="walls-title">Wall displays</h2>
          <p className="weak small">
            Tonight of {code}, full screen and read-only, for a screen in a reading room.
          </p>
        </div>
        <Button isPending={make.isPending} onPress={() => make.mutate()}>
          Make a wall display
        </Button>
      </div>
      <Told text={told} />
      {make.error ? <ErrorState error={make.error} /> : null}
      <DataTable
        label="Wall displays"
        columns={[
          { key: 'of', head: 'Of', cell: ({ department }: Wall) => <strong>{department}</strong> },
          ...secretColumns<Wall>(
            timeZone,
            ({ department }) => `the wall display of ${department}`,
            setRevoking,
          ),
        ]}
        rowKey={({ id }) => id}
        {...walls}
        empty={<EmptyState title="There are no wall displays." />}
      />
      <Dialog
        title="The wall display"
        isOpen={url !== null}
        onClose={() => setUrl(null)}
        actions={
          <Button look="primary" onPress={() => setUrl(null)}>
            Done
          </Button>
        }
      >
        <SecretOnce label="Secret address" secret={url ?? ''}>
          Open it on the screen. Whoever has the address sees who reads what in {code}, until it is revoked.
        </SecretOnce>
      </Dialog>
      {revoking ? (
        <AskDialog
          title={`Revoke this wall display of ${revoking.department}?`}
          action="Revoke"
          act={() => answerOf(api.DELETE('/api/walls/{id}', { params: { path: { id: revoking.id } } }))}
          onClose={() => setRevoking(null)}
          onDone={() => {
            setTold('The wall display is revoked.');
            setRevoking(null);
            renew();
          }}
        >
          <p>The screen shows nothing from now on. This is not taken back: make a new display then.</p>
        </AskDialog>
      ) : null}
    </section>
  );
}
