import { memo, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { ErrorState, Skeleton } from './states.tsx';
import './data-table.css';

export interface Column<Row> {
  /** Unique in the table. */
  key: string;
  /** Left out only of a column of buttons, which is called so for those who do not see it. */
  head?: ReactNode;
  cell(row: Row): ReactNode;
  number?: boolean;
  /** Left out on a phone. */
  secondary?: boolean;
  /** Buttons, at the end of the row. */
  actions?: boolean;
}

interface Props<Row> {
  /** What the table lists, for those who do not see it. */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[] | undefined;
  rowKey(row: Row): string;
  /** Marks a row that is open or chosen. */
  isMarked?(row: Row): boolean;
  empty: ReactNode;
  error?: unknown;
  retry?: () => void;
  /** There is more: asked for by a button. */
  more?: { load(): void; isLoading: boolean } | null;
  /** What stands there answers an earlier question; the answer is on its way. */
  isOld?: boolean;
  /** On a phone the cells of a row stand below each other, each under its head: for long ones. */
  stacks?: boolean;
  /** Lines that are likely: so much room is kept while they are on their way, for what stands below. */
  likely?: number;
}

/** A plain table: dense, scrolls sideways where it must, tells loading, emptiness and errors apart. */
export function DataTable<Row>({
  label,
  columns,
  rows,
  rowKey,
  isMarked,
  empty,
  error,
  retry,
  more,
  isOld = false,
  stacks = false,
  likely = 8,
}: Props<Row>) {
  if (error && !rows) return <ErrorState error={error} {...(retry && { retry })} />;
  if (!rows) return <Skeleton lines={likely} label={label} />;
  if (rows.length === 0) return <>{empty}</>;
  return (
    <div className="stack" aria-busy={isOld}>
      {error ? <ErrorState error={error} {...(retry && { retry })} /> : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by the keyboard */}
      <section className="data-table-frame" aria-label={label} tabIndex={0} data-waiting={isOld || undefined}>
        <table className={stacks ? 'data-table data-table-stacked' : 'data-table'}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.key} scope="col" className={cellClass(column)}>
                  {column.head ?? <span className="unseen">Actions</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={rowKey(row)} row={row} columns={columns} isMarked={isMarked?.(row) ?? false} />
            ))}
          </tbody>
        </table>
      </section>
      {more ? (
        <div>
          <Button onPress={more.load} isPending={more.isLoading}>
            Show more
          </Button>
        </div>
      ) : null}
    </div>
  );
}

interface RowProps<Row> {
  row: Row;
  columns: readonly Column<Row>[];
  isMarked: boolean;
}

function PlainRow<Row>({ row, columns, isMarked }: RowProps<Row>) {
  return (
    <tr data-marked={isMarked || undefined}>
      {columns.map((column) => (
        <td
          key={column.key}
          className={cellClass(column)}
          data-head={typeof column.head === 'string' ? column.head : undefined}
        >
          {column.cell(row)}
        </td>
      ))}
    </tr>
  );
}

/** Drawn again only when it changes: where columns stay the same, more rows cost no more than themselves. */
const Row = memo(PlainRow) as typeof PlainRow;

const cellClass = ({ number, secondary, actions }: Pick<Column<never>, 'number' | 'secondary' | 'actions'>) =>
  [number && 'number', secondary && 'secondary', actions && 'data-table-actions'].filter(Boolean).join(' ') ||
  undefined;
