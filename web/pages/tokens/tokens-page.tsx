import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '#web/client/api.ts';
import { AskDialog } from '#web/components/ask-dialog.tsx';
import { Button } from '#web/components/button.tsx';
import { DataTable } from '#web/components/data-table.tsx';
import { Told } from '#web/components/notice.tsx';
import { PageHeader } from '#web/components/page-header.tsx';
import { EmptyState } from '#web/components/states.tsx';
import { useDepartment } from '#web/shell/department.ts';
import { MakeToken } from './make-token.tsx';
import { tokenColumns } from './token-columns.tsx';
import { TOKENS, type Token, useTokens } from './tokens-query.ts';

/** Bearer tokens: one's own, for programs that ask the API. */
export function TokensPage() {
  const timeZone = useDepartment()?.timeZone ?? 'UTC';
  const tokens = useTokens();
  const queryClient = useQueryClient();
  const [isMaking, setMaking] = useState(false);
  const [revoking, setRevoking] = useState<Token | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const renew = () => void queryClient.invalidateQueries({ queryKey: TOKENS });
  const make = <Button onPress={() => setMaking(true)}>Make a token</Button>;
  return (
    <>
      <PageHeader
        title="Tokens"
        lead={
          <>
            Yours, for programs that ask the <a href="/api/docs">API</a> in your name.
          </>
        }
        actions={
          <Button look="primary" onPress={() => setMaking(true)}>
            Make a token
          </Button>
        }
      />
      <div className="stack">
        <Told text={told} />
        <DataTable
          label="Tokens"
          columns={tokenColumns(timeZone, setRevoking)}
          rowKey={({ id }) => id}
          {...tokens}
          empty={
            <EmptyState title="You have no tokens." actions={make}>
              <p>A program sends one as “Authorization: Bearer …” and may then do what the token allows.</p>
            </EmptyState>
          }
        />
      </div>
      {isMaking ? <MakeToken timeZone={timeZone} onMade={renew} onClose={() => setMaking(false)} /> : null}
      {revoking ? (
        <AskDialog
          title={`Revoke the token “${revoking.name}”?`}
          action="Revoke"
          act={() => answerOf(api.DELETE('/api/tokens/{id}', { params: { path: { id: revoking.id } } }))}
          onClose={() => setRevoking(null)}
          onDone={() => {
            setTold(`The token “${revoking.name}” is revoked.`);
            setRevoking(null);
            renew();
          }}
        >
          <p>Programs that use it are refused from now on. This is not taken back: make a new one then.</p>
        </AskDialog>
      ) : null}
    </>
  );
}
