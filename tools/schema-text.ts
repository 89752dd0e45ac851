import { sql } from 'kysely';
import type { Database } from '#src/repositories/database.ts';
import { MIGRATIONS_TABLE } from './schema-types.ts';

/**
 * The migrated schema as text for reviewers: tables with their columns, constraints, indexes and triggers, then the
 * functions. Made from the catalogs so that it is the same on PostgreSQL 15 to 18, which `pg_dump` is not.
 */
export async function schemaText(db: Database['db']): Promise<string> {
  const { rows } = await sql<{ text: string }>`
    with tables as (
      select c.oid, c.relname from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> ${MIGRATIONS_TABLE}
    ),
    columns as (
      select a.attrelid, string_agg('    ' || a.attname || ' ' || upper(format_type(a.atttypid, a.atttypmod))
        || case when a.attnotnull then ' NOT NULL' else '' end
        || coalesce(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), ''), E',\n' order by a.attnum) as text
      from pg_attribute a
      left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where a.attnum > 0 and not a.attisdropped
      group by a.attrelid
    ),
    -- PostgreSQL 18 lists NOT NULL among the constraints; it stands with the column.
    constraints as (
      select c.conrelid, string_agg(format(E',\n    CONSTRAINT %s %s', c.conname, pg_get_constraintdef(c.oid)), ''
        order by array_position(array['p', 'u', 'x', 'c', 'f'], c.contype::text), c.conname) as text
      from pg_constraint c
      where c.contype in ('p', 'u', 'x', 'c', 'f')
      group by c.conrelid
    ),
    indexes as (
      select i.indrelid, string_agg(pg_get_indexdef(i.indexrelid) || E';\n', '' order by c.relname) as text
      from pg_index i
      join pg_class c on c.oid = i.indexrelid
      where not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
      group by i.indrelid
    ),
    triggers as (
      select t.tgrelid, string_agg(pg_get_triggerdef(t.oid) || ';' || case t.tgenabled when 'A' then ' -- always' else '' end
        || E'\n', '' order by t.tgname) as text
      from pg_trigger t
      where not t.tgisinternal
      group by t.tgrelid
    )
    select * from (
      select 1 as part, t.relname as name, format(E'CREATE TABLE %s (\n%s%s\n);\n', t.relname, c.text, k.text)
        || coalesce(i.text, '') || coalesce(g.text, '') as text
      from tables t
      join columns c on c.attrelid = t.oid
      left join constraints k on k.conrelid = t.oid
      left join indexes i on i.indrelid = t.oid
      left join triggers g on g.tgrelid = t.oid
      union all
      select 2, p.proname, rtrim(pg_get_functiondef(p.oid), E'\n') || E';\n'
      from pg_proc p
      where p.pronamespace = 'public'::regnamespace
        and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
    ) parts
    order by part, name collate "C"`.execute(db);
  const head =
    '-- The schema after all migrations. Generated: run `npm run generate:schema` after a new migration.\n';
  return [head, ...rows.map((row) => row.text)].join('\n');
}
