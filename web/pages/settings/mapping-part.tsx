import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useMay } from '#web/client/session.ts';
import { AskDialog } from '#web/components/ask-dialog.tsx';
import { Button } from '#web/components/button.tsx';
import { DataTable } from '#web/components/data-table.tsx';
import { ListTools } from '#web/components/list-tools.tsx';
import { LiveSearchBox } from '#web/components/live-search-box.tsx';
import { Told } from '#web/components/notice.tsx';
import { EmptyState } from '#web/components/states.tsx';
import { mappingColumns } from './mapping-columns.tsx';
import { MappingRow } from './mapping-row.tsx';
import { foundRows, withoutRow } from './mapping-rows.ts';
import { MappingFile } from './settings-files.tsx';
import { type Department, type MappedAssignment, useSettingsChange } from './settings-query.ts';

const route = getRouteApi('/shell/settings');

/** As many rows as are drawn at once. */
const STEP = 200;

type Open = { kind: 'add' | 'file' } | { kind: 'change' | 'remove'; row: MappedAssignment };

/** Which assignment of Amion is which shift type. */
export function MappingPart({ department: { code, mapping } }: { department: Department }) {
  const { find = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const maySchedule = useMay('schedule');
  const { change, current } = useSettingsChange(code);
  const [open, setOpen] = useState<Open | null>(null);
  const [shown, setShown] = useState(STEP);
  const [told, setTold] = useState<string | null>(null);
  const close = () => setOpen(null);
  const tell = (text: string) => {
    close();
    setTold(text);
  };
  const rows = foundRows(mapping, find);
  const columns = mappingColumns(
    maySchedule
      ? {
          change: (row) => setOpen({ kind: 'change', row }),
          remove: (row) => setOpen({ kind: 'remove', row }),
        }
      : null,
  );
  return (
    <div className="stack">
      <p className="weak">
        The names and ids that Amion uses, and the shift types of the matrix. An assignment that is not listed
        is ignored, with a warning; one that is listed as ignored, without.
      </p>
      <ListTools
        actions={
          maySchedule ? (
            <>
              <Button onPress={() => setOpen({ kind: 'file' })}>From a file</Button>
              <Button look="primary" onPress={() => setOpen({ kind: 'add' })}>
                Add an assignment
              </Button>
            </>
          ) : null
        }
      >
        <LiveSearchBox
          label="Search the mapping"
          value={find}
          onSearch={(text) =>
            void navigate({
              search: (before) => ({ ...before, find: text || undefined }),
              replace: true,
              resetScroll: false,
            })
          }
        />
      </ListTools>
      <Told text={told} />
      <DataTable
        label="Shift mapping"
        columns={columns}
        rows={rows.slice(0, shown)}
        rowKey={({ assignment }) => assignment}
        more={rows.length > shown ? { load: () => setShown(shown + STEP), isLoading: false } : null}
        empty={
          find ? (
            <EmptyState title="No assignment matches." />
          ) : (
            <EmptyState title="Nothing is mapped yet.">
              <p>Assignments whose name is a shift type already (ON1, MidC) need no row.</p>
            </EmptyState>
          )
        }
      />
      {open?.kind === 'file' ? <MappingFile code={code} onStored={setTold} onClose={close} /> : null}
      {open?.kind === 'add' || open?.kind === 'change' ? (
        <MappingRow
          code={code}
          mapping={mapping}
          row={open.kind === 'change' ? open.row : null}
          onSaved={tell}
          onClose={close}
        />
      ) : null}
      {open?.kind === 'remove' ? (
        <AskDialog
          title={`Remove “${open.row.assignment}”?`}
          action="Remove"
          act={async () => change({ mapping: withoutRow((await current()).mapping, open.row.assignment) })}
          onClose={close}
          onDone={() => tell(`“${open.row.assignment}” is mapped no more.`)}
        >
          <p>The next roster that has it will ignore its rows, and say so. What is stored stays.</p>
        </AskDialog>
      ) : null}
    </div>
  );
}
