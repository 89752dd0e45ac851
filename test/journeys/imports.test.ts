import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#src/outside/new-id.ts';
import { runSql } from '#test/support/open-test-database.ts';
import { ashbyFiles, runArguments } from './ashby.ts';
import { commandLine } from './command-line.ts';
import { RunDocument } from './documents.ts';

interface ImportDocument {
  id: string;
  state: string;
  source: string;
  version: string | null;
}

const file = ashbyFiles();
const schedcu = await commandLine();
const listed = async (...args: string[]): Promise<ImportDocument[]> =>
  (await schedcu.json(['imports', 'list', ...args]))['imports'] as ImportDocument[];
const idOf = async (source: string): Promise<string> => {
  const [found] = await listed('--source', source, '--state', 'complete');
  return found?.id ?? '';
};
const percentageOf = async (version: string): Promise<unknown> => {
  const { percentage } = await schedcu.json(['coverage', '--version', version]);
  return percentage;
};

describe('imports', () => {
  let version = '';
  beforeAll(async () => {
    version = RunDocument.parse(await schedcu.json(runArguments(file))).version?.id ?? '';
    await schedcu(runArguments(file).map((arg) => (arg === file('matrix.ods') ? file('spoilt.ods') : arg)));
  });

  it('are listed, the newest first, by department, state and source', async () => {
    const all = await listed();
    expect(all.map(({ source, state }) => `${source} ${state}`)).toEqual([
      'MATRIX FAILED',
      'ROSTER COMPLETE',
      'MATRIX COMPLETE',
    ]);
    expect(all[1]?.version).toBe(version);
    expect(await listed('--department', 'ASH', '--state', 'FAILED')).toHaveLength(1);
    const { stdout } = await schedcu(['imports', 'list', '--limit', '1']);
    expect(stdout).toMatch(/^IMPORT +SOURCE +STATE.*\n.*Matrix +FAILED.*spoilt\.ods/);
    expect(stdout).toContain('There are more: --cursor');
  });

  it('are shown with their files, their units and why they failed', async () => {
    const roster = (await schedcu(['imports', 'show', await idOf('ROSTER')])).stdout;
    expect(roster).toMatch(/Roster · COMPLETE[\s\S]*read = [\s\S]*File roster\.csv, [0-9a-f]{12}…, kept/);
    const [failed] = await listed('--state', 'FAILED');
    const { stdout } = await schedcu(['imports', 'show', failed?.id ?? '']);
    expect(stdout).toMatch(/Matrix · FAILED[\s\S]*File spoilt\.ods[\s\S]*error /);
    const document = await schedcu.json(['imports', 'show', failed?.id ?? '']);
    expect(document).toMatchObject({
      import: { state: 'FAILED', validation: { canImport: false } },
      files: [{ fileName: 'spoilt.ods', kept: true }],
    });
  });

  it('are replayed from the bytes that were kept: a matrix into a new version, a roster into that', async () => {
    const matrix = await schedcu.json(['imports', 'replay', await idOf('MATRIX')]);
    expect(matrix).toMatchObject({ state: 'COMPLETE', versionId: expect.not.stringMatching(version) });
    const again = String(matrix['versionId']);
    const roster = await schedcu.json(['imports', 'replay', await idOf('ROSTER'), '--version', again]);
    expect(roster).toMatchObject({ state: 'COMPLETE', versionId: again });
    expect(await percentageOf(again)).toBe(await percentageOf(version));
  });

  it('a roster into its own version adds nothing', async () => {
    const [first] = (await listed('--source', 'ROSTER')).slice(-1);
    const again = await schedcu.json(['imports', 'replay', first?.id ?? '']);
    expect(again).toMatchObject({ versionId: version, accounting: { stored: 0 } });
  });

  it('with an error end as the import did', async () => {
    const [failed] = await listed('--state', 'FAILED');
    const { status, stdout } = await schedcu(['imports', 'replay', failed?.id ?? '']);
    expect([status, stdout]).toEqual([2, expect.stringMatching(/FAILED · no version[\s\S]*error /)]);
  });

  it.each<[string, () => Promise<string[]>, number, RegExp]>([
    ['an import that does not exist', async () => ['show', newId<never>()], 2, /no import/],
    ['what is no id', async () => ['replay', 'tonight'], 2, /no import id/],
    ['a state that is none', async () => ['list', '--state', 'LATE'], 2, /PENDING, COMPLETE, FAILED/],
    ['a department that nobody knows', async () => ['list', '--department', 'ELM'], 2, /no department/],
  ])('%s is said', async (_, args, status, says) => {
    const outcome = await schedcu(['imports', ...(await args())]);
    expect([outcome.status, outcome.stderr]).toEqual([status, expect.stringMatching(says)]);
  });

  it('past the retention time are replayed no more', async () => {
    await runSql(schedcu.database.db, 'delete from source_files');
    const id = await idOf('MATRIX');
    expect((await schedcu(['imports', 'show', id])).stdout).toContain('past its retention time');
    const { status, stderr } = await schedcu(['imports', 'replay', id]);
    expect([status, stderr]).toEqual([2, expect.stringContaining('not kept any more')]);
  });
});
