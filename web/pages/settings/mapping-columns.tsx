import { Trash2 } from 'lucide-react';
import { Button, IconButton } from '#web/components/button.tsx';
import type { Column } from '#web/components/data-table.tsx';
import type { MappedAssignment } from './settings-query.ts';

interface Actions {
  change(row: MappedAssignment): void;
  remove(row: MappedAssignment): void;
}

/** Null: the role may read only. */
export const mappingColumns = (actions: Actions | null): readonly Column<MappedAssignment>[] => [
  { key: 'assignment', head: 'Assignment on Amion', cell: ({ assignment }) => <strong>{assignment}</strong> },
  {
    key: 'to',
    head: 'Shift type',
    cell: ({ shiftType }) => shiftType ?? <span className="weak">ignored</span>,
  },
  ...(actions
    ? [
        {
          key: 'actions',
          actions: true,
          cell: (row: MappedAssignment) => (
            <>
              <Button small aria-label={`Change ${row.assignment}`} onPress={() => actions.change(row)}>
                Change
              </Button>
              <IconButton label={`Remove ${row.assignment}`} onPress={() => actions.remove(row)}>
                <Trash2 size={16} aria-hidden="true" />
              </IconButton>
            </>
          ),
        },
      ]
    : []),
];
