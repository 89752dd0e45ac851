import { sql } from 'kysely';
import { generate, PostgresDialect, RawExpressionNode } from 'kysely-codegen';
import type { Database } from '#src/repositories/database.ts';

/** The table in which the migration tool keeps its own list; no part of the product's schema. */
export const MIGRATIONS_TABLE = 'pgmigrations';

/** TypeScript row types of the migrated database, with a string union for each `VARCHAR … CHECK (… IN (…))`. */
export async function schemaTypes(db: Database['db']): Promise<string> {
  return await generate({
    db,
    dialect: new PostgresDialect({ dateParser: 'string', numericParser: 'string' }),
    excludePattern: MIGRATIONS_TABLE,
    outFile: null,
    overrides: { columns: await checkedWords(db) },
    // As `columnTypes` reads them.
    typeMapping: { timestamptz: 'string', int8: 'number' },
  });
}

/** `table.column` → union of its allowed words, from the CHECK constraints of one column. */
async function checkedWords(db: Database['db']): Promise<Record<string, RawExpressionNode>> {
  const { rows } = await sql<{ place: string; definition: string; default: boolean }>`
    select t.relname || '.' || a.attname as place, pg_get_constraintdef(c.oid) as definition, a.atthasdef as default
    from pg_constraint c
    join pg_class t on t.oid = c.conrelid
    join pg_attribute a on a.attrelid = t.oid and a.attnum = c.conkey[1]
    where c.contype = 'c' and c.connamespace = 'public'::regnamespace and cardinality(c.conkey) = 1`.execute(
    db,
  );
  const unions: Record<string, RawExpressionNode> = {};
  for (const row of rows) {
    if (!row.definition.includes('= ANY')) continue;
    const union = [...row.definition.matchAll(/'((?:[^']|'')*)'::/g)]
      .map((match) => `'${match[1]?.replaceAll("''", "\\'")}'`)
      .join(' | ');
    unions[row.place] = new RawExpressionNode(row.default ? `Generated<${union}>` : union);
  }
  return unions;
}
