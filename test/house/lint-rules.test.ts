import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plantTree } from './planted-tree.ts';
import { runTool } from './run-tool.ts';

const PURE_ROOMS = ['domain', 'sources/amion', 'sources/matrix', 'intake', 'coverage'];

/** What a pure room may not do, and the rule that refuses it there. */
const TOUCHES: [rule: string, code: string][] = [
  ['style/noRestrictedGlobals', `export const planted = process.env['TZ'];`],
  ['style/noRestrictedGlobals', 'export const planted = process.cwd();'],
  ['style/noRestrictedGlobals', 'export const planted = globalThis.process;'],
  ['style/noRestrictedGlobals', 'export const planted = Date.now();'],
  ['style/noRestrictedGlobals', 'export const planted = new Date();'],
  ['style/noRestrictedGlobals', 'export const planted = performance.now();'],
  ['style/noRestrictedGlobals', 'export const planted = setTimeout(() => 1, 5);'],
  ['style/noRestrictedGlobals', `export const planted = fetch('http://localhost');`],
  ['style/noRestrictedGlobals', 'export const planted = crypto.randomUUID();'],
  ['nursery/noJsRestrictedProperties', 'export const planted = Math.random();'],
  ['nursery/noJsRestrictedProperties', 'export const { random } = Math;'],
  [
    'nursery/noJsRestrictedProperties',
    `import { Temporal } from 'temporal-polyfill';\nexport const planted = Temporal.Now.instant();`,
  ],
];

/** What nobody may write anywhere. */
const EVERYWHERE: [rule: string, file: string, code: string][] = [
  ['suspicious/noConsole', 'src/services/console.ts', `console.log('read');`],
  ['suspicious/noConsole', 'src/coverage/console.ts', `console.error('read');`],
  ['suspicious/noExplicitAny', 'src/services/any.ts', 'export const planted = (row: any) => row;'],
  ['style/noNonNullAssertion', 'src/cli/bang.ts', 'export const planted = (row?: string) => row!.length;'],
  ['style/noDefaultExport', 'src/cli/default.ts', 'export default 1;'],
  ['performance/noBarrelFile', 'src/services/barrel.ts', `export * from './any.ts';`],
  [
    'style/useImportType',
    'src/services/type.ts',
    `import { Row } from './any.ts';\nexport const planted = (row: Row): Row => row;`,
  ],
  [
    'style/useNodejsImportProtocol',
    'src/services/node.ts',
    `import fs from 'fs';\nexport const planted = fs;`,
  ],
  ['correctness/noUnusedVariables', 'src/services/unused.ts', 'const left = 1;\nexport const right = 2;'],
  [
    'suspicious/noSkippedTests',
    'src/intake/skip.test.ts',
    `import { it } from 'vitest';\nit.skip('reads', () => {});`,
  ],
  [
    'suspicious/noSkippedTests',
    'test/journeys/skip.test.ts',
    `import { describe } from 'vitest';\ndescribe.skip('reads', () => {});`,
  ],
  [
    'suspicious/noFocusedTests',
    'src/intake/only.test.ts',
    `import { it } from 'vitest';\nit.only('reads', () => {});`,
  ],
];

/** The same in a room that may touch, or in a test, is no fault. */
const ALLOWED: [file: string, code: string][] = [
  ['src/services/clock.ts', 'export const planted = () => [process.pid, Date.now(), Math.random()];'],
  [
    'src/sources/matrix/read-in-worker.ts',
    'export const planted = () => [performance.now(), setTimeout(() => 1, 5)];',
  ],
  ['src/sources/matrix/read.test.ts', 'export const planted = () => performance.now();'],
  ['vitest.config.ts', 'export default {};'],
];

interface LintReport {
  diagnostics: { category: string; severity: string; location: { path: string } }[];
}

const touches = PURE_ROOMS.flatMap((room) =>
  TOUCHES.map(([rule, code], index) => ({ rule, file: `src/${room}/planted-${index}.ts`, code })),
);
/** Who reads in a worker thread bounds its time, and touches nothing else either. */
const inWorker = ['process.pid', 'Date.now()', 'crypto.randomUUID()', `fetch('http://localhost')`].map(
  (touch, index) => ({
    rule: 'style/noRestrictedGlobals',
    file: `src/sources/matrix/planted-${index}-in-worker.ts`,
    code: `export const planted = ${touch};`,
  }),
);
const plants = [...touches, ...inWorker, ...EVERYWHERE.map(([rule, file, code]) => ({ rule, file, code }))];

describe('the lint rules', () => {
  const tree = plantTree(['biome.json', '.gitignore']);
  let status: number;
  const refused = new Map<string, string[]>();

  beforeAll(async () => {
    for (const { file, code } of plants) tree.plant(file, `${code}\n`);
    for (const [file, code] of ALLOWED) tree.plant(file, `${code}\n`);
    const args = ['lint', '--reporter=json', '--max-diagnostics=none', '.'];
    const run = await runTool(tree.root, '@biomejs/biome', 'biome', args);
    status = run.status;
    for (const { category, severity, location } of (JSON.parse(run.output) as LintReport).diagnostics)
      if (severity === 'error') refused.set(location.path, [...(refused.get(location.path) ?? []), category]);
  });

  afterAll(() => tree.remove());

  it('end with a failure where something is planted', () => {
    expect(status).toBe(1);
  });

  it.each(plants)('$rule refuses $code in $file', ({ rule, file }) => {
    expect(refused.get(file)).toContain(`lint/${rule}`);
  });

  it.each(ALLOWED)('nothing is refused in %s', (file) => {
    expect(refused.get(file)).toBeUndefined();
  });
});
