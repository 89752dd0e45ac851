import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { ErrorState, Skeleton } from './states.tsx';
import './data-table.css';

export interface Column<Row> {
  /** Unique in the table. */
  key: string;
  head: ReactNode;
  cell(row: Row): ReactNode;
  number?: boolean;
  /** Left out on a phone. */
  secondary?: boolean;
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
}: Props<Row>) {
  if (error && !rows) return <ErrorState error={error} {...(retry && { retry })} />;
  if (!rows) return <Skeleton lines={8} label={label} />;
  if (rows.length === 0) return <>{empty}</>;
  return (
    <div className="stack" aria-busy={isOld}>
      {error ? <ErrorState error={error} {...(retry && { retry })} /> : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by the keyboard */}
      <section className="data-table-frame" aria-label={label} tabIndex={0} data-waiting={isOld || undefined}>
        <table className="data-table">
          <thead>
            <tr>
              {columns.map(({ key, head, number, secondary }) => (
                <th key={key} scope="col" className={cellClass(number, secondary)}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={rowKey(row)} data-marked={isMarked?.(row) || undefined}>
                {columns.map(({ key, cell, number, secondary }) => (
                  <td key={key} className={cellClass(number, secondary)}>
                    {cell(row)}
                  </td>
                ))}
              </tr>
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

const cellClass = (number = false, secondary = false): string | undefined =>
  [number ? 'number' : '', secondary ? 'secondary' : ''].filter(Boolean).join(' ') || undefined;
