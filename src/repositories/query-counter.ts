import { type KyselyPlugin, PostgresQueryCompiler, type QueryId, type RootOperationNode } from 'kysely';
import type { Db } from './database.ts';

export interface QueryCount<T extends Db> {
  /** The same database; what goes through it, transactions begun from it included, is counted. */
  db: T;
  /** Queries so far. BEGIN, COMMIT and ROLLBACK are none. */
  count(): number;
  /** Their SQL in order, with placeholders. */
  statements(): string[];
}

/** Counts the queries of one task, e.g. for `coverage_calculations.query_count`. */
export function countQueries<T extends Db>(db: T): QueryCount<T> {
  const seen = new Map<string, { node: RootOperationNode; queryId: QueryId } | null>();
  const plugin: KyselyPlugin = {
    transformQuery: ({ node, queryId }) => {
      seen.set(queryId.queryId, { node, queryId });
      return node;
    },
    transformResult: async ({ queryId, result }) => {
      // A query compiled elsewhere is first seen here.
      if (!seen.has(queryId.queryId)) seen.set(queryId.queryId, null);
      return result;
    },
  };
  const compiler = new PostgresQueryCompiler();
  return {
    db: db.withPlugin(plugin) as T,
    count: () => seen.size,
    statements: () =>
      [...seen.values()].map((query) =>
        query ? compiler.compileQuery(query.node, query.queryId).sql : '(compiled before)',
      ),
  };
}
