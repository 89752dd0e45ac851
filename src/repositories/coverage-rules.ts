import type { ClockTime } from '#src/domain/clock-time.ts';
import type { CoverageRule } from '#src/domain/coverage-facts.ts';
import type { BatchId, RuleId, VersionId } from '#src/domain/ids.ts';
import { idPart, numberPart } from '#src/domain/list-cursor.ts';
import type { Db } from './database.ts';
import { type HospitalIds, hospitalIdOf } from './hospital-ids.ts';
import { insertRows } from './insert-rows.ts';
import { type Page, type PageRequest, pagePosition, toPage } from './page.ts';

/** Stores the rule groups of a version: before the rules and instances that name them. */
export async function insertRuleGroups(db: Db, versionId: VersionId, ids: readonly string[]): Promise<void> {
  await insertRows<string>(
    db,
    'rule_groups',
    [
      { name: 'id', type: 'uuid', value: (id) => id },
      { name: 'schedule_version_id', type: 'uuid', value: versionId },
    ],
    ids,
  );
}

/** Stores the listed studies of a STAGING version's matrix. CONFLICT where the version is not STAGING. */
export async function insertCoverageRules(
  db: Db,
  origin: { versionId: VersionId; batchId: BatchId; hospitalIds: HospitalIds },
  rules: readonly CoverageRule[],
): Promise<void> {
  await insertRows<CoverageRule>(
    db,
    'coverage_rules',
    [
      { name: 'id', type: 'uuid', value: (rule) => rule.id },
      { name: 'schedule_version_id', type: 'uuid', value: origin.versionId },
      { name: 'rule_group_id', type: 'uuid', value: (rule) => rule.groupId },
      { name: 'scrape_batch_id', type: 'uuid', value: origin.batchId },
      { name: 'sheet', type: 'text', value: (rule) => rule.sheet },
      { name: 'sheet_index', type: 'int', value: (rule) => rule.sheetIndex },
      { name: 'cell', type: 'text', value: (rule) => rule.cell },
      { name: 'category', type: 'text', value: (rule) => rule.category },
      { name: 'day_type', type: 'text', value: (rule) => rule.dayType },
      { name: 'scenario', type: 'text', value: (rule) => rule.scenario },
      { name: 'start_time', type: 'time', value: (rule) => rule.start },
      { name: 'end_time', type: 'time', value: (rule) => rule.end },
      { name: 'hospital_id', type: 'uuid', value: (rule) => hospitalIdOf(origin.hospitalIds, rule.hospital) },
      { name: 'study', type: 'text', value: (rule) => rule.study },
      { name: 'label', type: 'text', value: (rule) => rule.label },
      { name: 'study_type', type: 'text', value: (rule) => rule.studyType },
      { name: 'position', type: 'text', value: (rule) => rule.position },
    ],
    rules,
  );
}

/** The listed studies of a version in the order of the workbook: by sheet, then as they were stored. */
export async function listCoverageRules(db: Db, versionId: VersionId): Promise<CoverageRule[]> {
  return (await ofVersion(db, versionId).execute()).map(toRule);
}

/** The same, page by page. */
export async function pageCoverageRules(
  db: Db,
  versionId: VersionId,
  request: PageRequest,
): Promise<Page<CoverageRule>> {
  const position = pagePosition(request, { name: `rules of ${versionId}`, key: [numberPart, idPart] });
  let query = ofVersion(db, versionId).limit(position.limit + 1);
  if (position.after) {
    const [sheet = '0', id = ''] = position.after;
    query = query.where((eb) => eb(eb.refTuple('r.sheet_index', 'r.id'), '>', eb.tuple(Number(sheet), id)));
  }
  return toPage(await query.execute(), position, toRule, (row) => [String(row.sheet_index), row.id]);
}

const ofVersion = (db: Db, versionId: VersionId) =>
  db
    .selectFrom('coverage_rules as r')
    .innerJoin('hospitals as h', 'h.id', 'r.hospital_id')
    .selectAll('r')
    .select('h.code')
    .where('r.schedule_version_id', '=', versionId)
    .orderBy('r.sheet_index')
    .orderBy('r.id');
type RuleRow = Awaited<ReturnType<ReturnType<typeof ofVersion>['execute']>>[number];

const toRule = (row: RuleRow): CoverageRule => ({
  id: row.id as RuleId,
  groupId: row.rule_group_id,
  sheet: row.sheet,
  sheetIndex: row.sheet_index,
  cell: row.cell,
  category: row.category,
  dayType: row.day_type,
  scenario: row.scenario,
  start: row.start_time.slice(0, 5) as ClockTime,
  end: row.end_time.slice(0, 5) as ClockTime,
  hospital: row.code,
  study: row.study,
  label: row.label,
  studyType: row.study_type,
  position: row.position,
});
