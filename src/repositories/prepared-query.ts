import { CompiledQuery, type Kysely } from 'kysely';

/** Statement names by their text. */
const names = new Map<string, string>();

/**
 * A query that is asked with every request or nearly: its text is built once, and the server parses and plans it once for
 * each connection. The name is the statement's on the server; rows come back with the columns as they are called there. Name each
 * column: the server refuses a prepared `*` once a migration has added one.
 */
export function preparedQuery<Row>(name: string, text: string) {
  names.set(text, name);
  return async (db: Pick<Kysely<never>, 'executeQuery'>, parameters: readonly unknown[]): Promise<Row[]> => {
    const query = CompiledQuery.raw(text, [...parameters]) as CompiledQuery<Row>;
    return (await db.executeQuery(query)).rows;
  };
}

/** The name under which connections keep a query prepared; undefined for one that is planned each time. */
export const preparedName = (text: string): string | undefined => names.get(text);
