import type { OdsCell, OdsSheet } from './ods-workbook.ts';

/*
 * Who reads what. One line a study, one column a sheet (their names below), the letter names the position that reads:
 * D Day, C MidC, L MidL, 3 Mid3, 1 ON1, 2 ON2, B the Body position, N the Neuro one; `.` a row without a mark,
 * `-` no row. Mid3 reads no body study anywhere, ON2 none in the hour after midnight, MidL none but body and general
 * ones late on weekends: that is how a neuro-only or a body-only person can hold them.
 */
const CUT = `
                     Day MB5 MN5 MN6 MB6 WB WN W10 M12 NWN NWB NEN NEB
HARBOR CT Neuro      D   N   C   3   N   N  C  3   3   1   N   1   N
HARBOR CT Chest      D   -   -   C   B   B  C  -   1   -   -   -   -
HARBOR CT Body       D   B   C   C   B   B  C  L   1   1   B   1   B
HARBOR US            D   B   L   3   B   B  L  L   2   1   B   1   B
HARBOR MR Neuro      D   N   L   3   3   3  3  3   3   1   N   1   N
HARBOR~ MR Body      D   B   C   C   B   B  C  L   1   1   B   1   B
HARBOR DX Chest/Abd  D   B   L   L   B   B  L  L   1   1   B   1   B
HARBOR DX Bone       D   N   C   C   N   N  C  3   2   1   N   1   N
MERCY CT Head        D   N   C   L   3   3  L  3   3   2   N   2   N
MERCY CT Body        D   B   L   L   B   B  L  L   1   2   B   2   B
MERCY~US             D   B   L   L   N   N  L  L   2   2   N   2   N
MERCY MR Spine       D   N   L   3   3   3  3  3   3   2   N   2   N
MERCY DX Chest/Abd   D   B   C   C   B   B  C  L   1   2   B   2   B
MERCY DX Bone        D   B   C   3   3   3  3  3   2   2   B   2   B
St Anne Neuro CT     D   N   L   L   N   N  L  3   3   1   N   2   N
St Anne Body CT      D   B   L   L   B   B  L  L   1   1   B   2   B
St Anne US           D   N   C   3   N   N  C  3   2   1   N   2   N
St Anne Brain MR     D   N   L   3   N   N  3  3   3   1   N   2   N
St Anne DX Chest/Abd D   B   L   L   B   B  L  L   1   1   B   2   B
St Anne DX Bone      D   B   C   3   B   B  C  L   2   1   B   2   B
LAKE Neuro__         D   N   C   L   3   .  3  3   3   2   N   2   N
`;

interface SheetPlan {
  name: string;
  /** Headers in the order of the columns, each with the letter that the cut uses for it. */
  columns: [letter: string, header: string][];
  mark: string;
  filledToTheEnd?: boolean;
}

const MID: SheetPlan['columns'] = [
  ['C', 'MidC'],
  ['L', 'MidL'],
  ['3', 'Mid3'],
];
const MID_SPACED: SheetPlan['columns'] = [
  ['C', 'MidC'],
  ['L', 'MidL'],
  ['3', 'Mid 3'],
];
const MID_BODY: SheetPlan['columns'] = [
  ['B', 'Mid Body'],
  ['N', 'Mid Neuro'],
  ['3', 'Mid 3'],
];
const ON: SheetPlan['columns'] = [
  ['1', 'ON1'],
  ['2', 'ON2'],
];
const ON_BODY: SheetPlan['columns'] = [
  ['N', 'ON Neuro'],
  ['B', 'ON Body'],
];

/** The sheets in the order of the cut's columns; names, headers and marks are spelt as carelessly as real ones. */
const SHEETS: Record<string, SheetPlan> = {
  Day: { name: 'Day Weekday 8 am - 5 pm', columns: [['D', 'Day']], mark: '✓' },
  MB5: { name: 'Mid Weekday Body 5 - 6 pm', columns: MID_BODY, mark: 'x' },
  MN5: { name: 'Mid Weekday Neuro 5 pm - 6 pm', columns: MID, mark: 'x' },
  MN6: { name: 'Mid Weekday Neuro 6 pm - 12 am', columns: MID, mark: 'X', filledToTheEnd: true },
  MB6: { name: 'Mid Weekday Body 6 pm - 12 am', columns: MID_BODY, mark: 'x' },
  WB: { name: 'Mid Weekend Body 5 pm - 12 am', columns: MID_BODY, mark: 'x' },
  WN: { name: 'Mid Weekend Neuro 5 pm - 12 am', columns: MID_SPACED, mark: 'x' },
  W10: { name: 'Mid Weekend 10pm-Midnight', columns: MID, mark: 'X', filledToTheEnd: true },
  M12: { name: 'Mid  12am-1am', columns: [...ON, ['3', 'Mid3']], mark: 'X ' },
  NWN: { name: 'ON Weekday Neuro 1 am - 8 am', columns: ON, mark: 'X', filledToTheEnd: true },
  NWB: { name: 'ON Weekday Body 1 am - 8 am', columns: ON_BODY, mark: 'x' },
  NEN: { name: 'ON Weekend Neuro 1 am - 8 am', columns: ON, mark: 'X', filledToTheEnd: true },
  NEB: { name: 'ON Weekend Body 1 am – 8 am', columns: ON_BODY, mark: 'x' },
};

/** A copy of the weekday cut that somebody once pasted beside the weekend's: its sheet, source and first column (U). */
const SIDE_GRID = { beside: 'WN', copyOf: 'MN6', column: 20 };

/** One cell's mark is computed: a formula that repeats the mark above it. */
const FORMULA = { sheet: 'Day', row: 3, column: 1, formula: 'of:=[.B3]' };

const [heading = '', ...lines] = CUT.trim().split('\n');
const keys = heading.split(/\s+/);
const studies = lines.map((line) => ({
  /** `~` stands for a non-breaking space, `_` for a space at the end. */
  label: line.slice(0, 21).trim().replace(/~/g, '\u00a0').replace(/__/g, ' '),
  cut: line.slice(21).trim().split(/\s+/),
}));

/** The example's coverage matrix as sheets of cells, with every irregularity of a real one. */
export function exampleMatrix(): OdsSheet[] {
  return Object.entries(SHEETS).map(([key, plan]) => {
    const rows = gridOf(key, plan);
    if (key === SIDE_GRID.beside) addSideGrid(rows);
    if (key === FORMULA.sheet) {
      rows[FORMULA.row]?.splice(FORMULA.column, 1, { formula: FORMULA.formula, text: plan.mark });
    }
    return { name: plan.name, rows, filledToTheEnd: plan.filledToTheEnd ?? false };
  });
}

function gridOf(key: string, plan: SheetPlan): OdsCell[][] {
  const rows: OdsCell[][] = [[null, ...plan.columns.map(([, header]) => header)]];
  for (const { label, cut } of studies) {
    const letter = cut[keys.indexOf(key)];
    if (letter === '-') continue;
    rows.push([label, ...plan.columns.map(([column]) => (column === letter ? plan.mark : null))]);
  }
  return rows;
}

function addSideGrid(rows: OdsCell[][]): void {
  const plan = SHEETS[SIDE_GRID.copyOf];
  if (!plan) return;
  gridOf(SIDE_GRID.copyOf, plan).forEach((copied, index) => {
    const row = rows[index] ?? [];
    while (row.length < SIDE_GRID.column) row.push(null);
    row.push(...copied);
  });
}
