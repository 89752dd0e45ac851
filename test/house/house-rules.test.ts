import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import config from '../../.dependency-cruiser.mjs';
import { type PlantedTree, plantTree } from './planted-tree.ts';
import { runTool, type ToolRun } from './run-tool.ts';

/** A house in small in which everything is as it should be. */
const GOOD: Record<string, string> = {
  'src/domain/word.ts': `import { Temporal } from 'temporal-polyfill';\nexport const word = (text: string) => Temporal.PlainDate.from(text);`,
  'src/domain/word.test.ts': `import { readFileSync } from 'node:fs';\nimport { it } from 'vitest';\nimport { word } from './word.ts';\nit('reads', () => word(readFileSync('x', 'utf8')));`,
  'src/sources/amion/row.ts': `import { word } from '#src/domain/word.ts';\nexport const row = word;\nexport interface Row { line: number }`,
  'src/sources/matrix/read-sheet.ts': `import { Worker } from 'node:worker_threads';\nimport { createInflateRaw } from 'node:zlib';\nimport { pipeline } from 'node:stream/promises';\nexport const readSheet = [Worker, createInflateRaw, pipeline];`,
  'src/intake/fact.ts': `import { row } from '#src/sources/amion/row.ts';\nexport const fact = row;`,
  'src/coverage/answer.ts': `import { word } from '#src/domain/word.ts';\nexport const answer = word;`,
  'src/repositories/table.ts': `import { Kysely } from 'kysely';\nimport pg from 'pg';\nimport { word } from '#src/domain/word.ts';\nexport const table = [Kysely, pg, word];`,
  'src/outside/clock.ts': `import { hostname } from 'node:os';\nexport const clock = hostname;`,
  'src/outside/migrate.ts': `import { runner } from 'node-pg-migrate';\nexport const migrate = runner;`,
  'src/services/plan.ts': `import { answer } from '#src/coverage/answer.ts';\nimport { fact } from '#src/intake/fact.ts';\nimport { clock } from '#src/outside/clock.ts';\nimport { table } from '#src/repositories/table.ts';\nimport { readSheet } from '#src/sources/matrix/read-sheet.ts';\nexport const plan = [answer, fact, clock, table, readSheet];`,
  'src/cli/ask.ts': `import { plan } from '#src/services/plan.ts';\nexport const ask = plan;`,
  'src/http/route.ts': `import { plan } from '#src/services/plan.ts';\nexport const route = plan;`,
  'src/example/people.ts': `import type { Row } from '#src/sources/amion/row.ts';\nexport const people: Row[] = [];`,
  'src/main/serve.ts': `import { ask } from '#src/cli/ask.ts';\nimport { people } from '#src/example/people.ts';\nimport { route } from '#src/http/route.ts';\nimport { migrate } from '#src/outside/migrate.ts';\nexport const serve = [ask, people, route, migrate];`,
  'web/components/button.tsx': `import { word } from '#src/domain/word.ts';\nexport const button = word;`,
  'web/pages/tonight-page.tsx': `import { button } from '#web/components/button.tsx';\nexport const tonightPage = button;`,
  'test/support/builder.ts': `import { people } from '#src/example/people.ts';\nimport { serve } from '#src/main/serve.ts';\nexport const builder = [people, serve];`,
};

const row = '#src/sources/amion/row.ts';
const fact = '#src/intake/fact.ts';
const answer = '#src/coverage/answer.ts';
const table = '#src/repositories/table.ts';
const clock = '#src/outside/clock.ts';
const plan = '#src/services/plan.ts';
const route = '#src/http/route.ts';
const people = '#src/example/people.ts';
const serve = '#src/main/serve.ts';

/** What somebody might write one day: the rule that must refuse it, where it stands, and what it imports. */
const BAD: [rule: string, room: string, imported: string, how?: 'type' | 'dynamic'][] = [
  ['domain-knows-nobody', 'domain', row],
  ['domain-knows-nobody', 'domain', answer, 'type'],
  ['domain-knows-nobody', 'domain', 'kysely', 'type'],
  ['domain-knows-nobody', 'domain', 'node:fs'],
  ['domain-knows-nobody', 'domain', 'csv-parse'],
  ['sources-know-only-the-domain', 'sources/amion', fact],
  ['sources-know-only-the-domain', 'sources/matrix', answer],
  ['sources-know-only-the-domain', 'sources/amion', clock],
  ['sources-know-only-the-domain', 'sources/amion', people],
  ['intake-knows-only-sources-and-domain', 'intake', answer],
  ['intake-knows-only-sources-and-domain', 'intake', table, 'type'],
  ['intake-knows-only-sources-and-domain', 'intake', plan],
  ['coverage-knows-only-the-domain', 'coverage', row, 'type'],
  ['coverage-knows-only-the-domain', 'coverage', fact],
  ['coverage-knows-only-the-domain', 'coverage', table],
  ['coverage-knows-only-the-domain', 'coverage', clock, 'dynamic'],
  ['coverage-knows-only-the-domain', 'coverage', serve],
  ['pure-rooms-touch-nothing', 'domain', 'node:crypto'],
  ['pure-rooms-touch-nothing', 'sources/amion', 'node:fs'],
  ['pure-rooms-touch-nothing', 'sources/amion', 'node:zlib'],
  ['pure-rooms-touch-nothing', 'intake', 'node:process'],
  ['pure-rooms-touch-nothing', 'intake', 'node:crypto'],
  ['pure-rooms-touch-nothing', 'coverage', 'node:os'],
  ['pure-rooms-touch-nothing', 'coverage', 'node:http'],
  ['pure-rooms-touch-nothing', 'coverage', 'node:net', 'dynamic'],
  ['pure-rooms-touch-nothing', 'coverage', 'child_process'],
  ['pure-rooms-touch-nothing', 'coverage', 'node:fs/promises', 'type'],
  ['matrix-reader-touches-only-its-thread', 'sources/matrix', 'node:fs'],
  ['matrix-reader-touches-only-its-thread', 'sources/matrix', 'node:http'],
  ['matrix-reader-touches-only-its-thread', 'sources/matrix', 'node:crypto'],
  ['matrix-reader-touches-only-its-thread', 'sources/matrix', 'node:stream/web'],
  ['pure-rooms-use-computing-packages', 'intake', 'uuid'],
  ['pure-rooms-use-computing-packages', 'coverage', 'kysely', 'type'],
  ['pure-rooms-use-computing-packages', 'sources/amion', 'pg'],
  ['only-repositories-speak-sql', 'services', 'pg'],
  ['only-repositories-speak-sql', 'services', 'kysely', 'type'],
  ['only-repositories-speak-sql', 'cli', 'pg-copy-streams'],
  ['only-repositories-speak-sql', 'main', 'pg'],
  ['only-repositories-speak-sql', 'outside', 'node-pg-migrate'],
  ['repositories-know-only-the-domain', 'repositories', plan],
  ['repositories-know-only-the-domain', 'repositories', row, 'type'],
  ['outside-knows-only-the-domain', 'outside', row],
  ['outside-knows-only-the-domain', 'outside', table],
  ['services-know-no-door', 'services', '#src/cli/ask.ts'],
  ['services-know-no-door', 'services', people],
  ['services-know-no-door', 'services', serve],
  ['doors-open-onto-services', 'cli', table],
  ['doors-open-onto-services', 'cli', clock],
  ['doors-open-onto-services', 'cli', answer],
  ['doors-open-onto-services', 'cli', route],
  ['doors-open-onto-services', 'http', '#src/cli/ask.ts'],
  ['jobs-open-onto-services', 'jobs', table],
  ['jobs-open-onto-services', 'jobs', route, 'type'],
  ['example-knows-only-words', 'example', fact],
  ['example-knows-only-words', 'example', plan],
  ['example-borrows-only-types-from-sources', 'example', row],
  ['example-is-for-main-and-tests', 'services', people],
  ['example-is-for-main-and-tests', 'cli', people],
  ['nobody-imports-main', 'services', serve],
  ['nobody-imports-main', 'outside', serve, 'type'],
  ['product-knows-no-test', 'services', '#test/support/builder.ts'],
  ['product-knows-no-test', 'coverage', '../domain/word.test.ts'],
  ['product-needs-no-dev-dependency', 'services', 'fast-check'],
  ['no-undeclared-package', 'services', 'acorn'],
  ['no-deprecated', 'services', 'given-up'],
  ['no-unresolvable', 'services', '#src/services/nowhere.ts'],
  ['no-unresolvable', 'services', 'no-such-package'],
];

/** The same of the page, whose folder is not a room of src. */
const BAD_PAGES: [rule: string, file: string, imported: string][] = [
  ['page-knows-only-the-words', 'web/pages/planted-1.tsx', plan],
  ['page-knows-only-the-words', 'web/components/planted-2.tsx', answer],
  ['nobody-imports-the-page', 'src/http/planted-page.ts', '#web/components/button.tsx'],
  ['parts-know-no-page', 'web/components/planted-3.tsx', '../pages/tonight-page.tsx'],
];

const importLine = (imported: string, how?: 'type' | 'dynamic'): string => {
  if (how === 'dynamic') return `export const planted = () => import('${imported}');`;
  return `import ${how === 'type' ? 'type ' : ''}* as planted from '${imported}';\nexport { planted };`;
};

const plants = [
  ...BAD.map(([rule, room, imported, how], index) => ({
    rule,
    imported: `${how ?? 'value'} ${imported}`,
    file: `src/${room}/planted-${index}.ts`,
    text: importLine(imported, how),
  })),
  ...BAD_PAGES.map(([rule, file, imported]) => ({ rule, file, imported, text: importLine(imported) })),
  {
    rule: 'no-circle',
    imported: 'one another',
    file: 'src/domain/circle-one.ts',
    text: importLine('./circle-two.ts'),
  },
  { rule: 'no-orphan', imported: 'nothing', file: 'src/services/orphan.ts', text: 'export const alone = 1;' },
];

const cruiseAll = (tree: PlantedTree): Promise<ToolRun> =>
  runTool(tree.root, 'dependency-cruiser', 'depcruise', [
    '--config',
    '.dependency-cruiser.mjs',
    'src',
    'test',
    'web',
  ]);

describe('the dependency rule', () => {
  const tree = plantTree(['.dependency-cruiser.mjs', 'package.json']);
  let clean: ToolRun;
  let dirty: ToolRun;

  beforeAll(async () => {
    for (const [file, text] of Object.entries(GOOD)) tree.plant(file, text);
    clean = await cruiseAll(tree);
    for (const { file, text } of plants) tree.plant(file, text);
    tree.plant('src/domain/circle-two.ts', importLine('./circle-one.ts'));
    tree.plant('node_modules/given-up/index.js', 'export default 1;');
    tree.plant(
      'node_modules/given-up/package.json',
      '{"name":"given-up","version":"1.0.0","deprecated":"use another"}',
    );
    dirty = await cruiseAll(tree);
  });

  afterAll(() => tree.remove());

  it('sees every file of a house in order, and refuses nothing', () => {
    const [, modules, dependencies] = /(\d+) modules, (\d+) dependencies cruised/.exec(clean.output) ?? [];
    expect(clean).toMatchObject({ status: 0 });
    expect(Number(modules)).toBeGreaterThanOrEqual(Object.keys(GOOD).length);
    expect(Number(dependencies)).toBeGreaterThanOrEqual(25);
  });

  it('ends with a failure where something is planted', () => {
    expect(dirty.status).toBeGreaterThan(0);
  });

  it.each(plants)('$rule refuses $imported in $file', ({ rule, file }) => {
    const refusals = dirty.output.split('\n').map((line) => line.trim());
    expect(refusals.filter((line) => line.startsWith(`error ${rule}: ${file}`))).not.toEqual([]);
  });

  it('refuses nothing but what is planted', () => {
    const good = Object.keys(GOOD);
    expect(
      dirty.output.split('\n').filter((line) => good.some((file) => line.includes(`: ${file} `))),
    ).toEqual([]);
  });

  it('tells for every rule what to do instead, and every rule is tried here', () => {
    const rules = config.forbidden ?? [];
    expect(rules.filter(({ comment }) => !comment || comment.length < 40)).toEqual([]);
    expect(new Set(rules.map(({ name }) => name))).toEqual(new Set(plants.map(({ rule }) => rule)));
  });
});
