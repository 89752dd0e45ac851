import { sql } from 'kysely';
import type { Db } from './database.ts';
import { toStoredText } from './stored-json.ts';

type Value = string | number | boolean | null;

/** A column of a batch: one value for each row, or the same for all of them. */
export interface BatchColumn<Row> {
  name: string;
  /** As PostgreSQL calls it: `uuid`, `date`, `text`. */
  type: string;
  value: Value | ((row: Row) => Value);
}

/** Rows of one statement. More rows make it hardly quicker, and cost memory on both sides. */
const CHUNK = 10_000;

/**
 * Inserts many rows, 10,000 a statement, within the transaction of `db` where it is one. Columns go as one array each,
 * which PostgreSQL takes apart (`unnest`): near the speed of COPY, and still a query like any other.
 */
export async function insertRows<Row>(
  db: Db,
  table: string,
  columns: readonly BatchColumn<Row>[],
  rows: readonly Row[],
): Promise<void> {
  const varying = columns.filter((column) => typeof column.value === 'function');
  const names = sql.join(columns.map((column) => sql.ref(column.name)));
  const selected = sql.join(
    columns.map((column) =>
      typeof column.value === 'function'
        ? sql.ref(`u.${column.name}`)
        : sql`${column.value}::${sql.raw(column.type)}`,
    ),
  );
  for (let start = 0; start < rows.length; start += CHUNK) {
    const chunk = rows.slice(start, start + CHUNK);
    const literals = sql.join(
      varying.map((column) => sql`${arrayLiteral(chunk, column.value)}::${sql.raw(column.type)}[]`),
    );
    const aliases = sql.join(varying.map((column) => sql.ref(column.name)));
    await sql`insert into ${sql.table(table)} (${names}) select ${selected} from unnest(${literals}) as u(${aliases})`.execute(
      db,
    );
  }
}

/** Text that needs no quotes within an array: ids, dates, times, numbers, single words. */
const plain = /^[\w:.-]+$/;

/** `{a,"b c",NULL}`: written here because the driver's own way takes longer than the insert. */
function arrayLiteral<Row>(rows: readonly Row[], value: BatchColumn<Row>['value']): string {
  const cellOf = value as (row: Row) => Value;
  let literal = '{';
  for (const row of rows) {
    const cell = cellOf(row);
    literal += literal.length > 1 ? ',' : '';
    if (cell === null) literal += 'NULL';
    else if (typeof cell !== 'string') literal += cell;
    else literal += plain.test(cell) && cell.toUpperCase() !== 'NULL' ? cell : quoted(cell);
  }
  return `${literal}}`;
}

function quoted(text: string): string {
  return `"${toStoredText(text).replace(/["\\]/g, '\\$&')}"`;
}
