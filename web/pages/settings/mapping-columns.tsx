import { Button } from '#web/components/button.tsx';
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
          head: <span className="unseen">Actions</span>,
          cell: (row: MappedAssignment) => (
            <span className="row row-end">
              <Button small aria-label={`Change ${row.assignment}`} onPress={() => actions.change(row)}>
                Change
              </Button>
              <Button
                small
                look="danger"
                aria-label={`Remove ${row.assignment}`}
                onPress={() => actions.remove(row)}
              >
                Remove
              </Button>
            </span>
          ),
        },
      ]
    : []),
];
