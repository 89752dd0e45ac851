import type { PresentedCoverage } from '#src/coverage/present-coverage.ts';
import type { PhaseResult, WorkflowResult } from '#src/services/schedule-orchestrator.ts';
import { presentCounts, presentMessages } from './present-messages.ts';
import { textTable } from './text-table.ts';

const NAMES = { ODS_IMPORT: 'Matrix', AMION_IMPORT: 'Roster', COVERAGE: 'Coverage' } as const;

export function presentRunText(result: WorkflowResult): string {
  const { version, phases, coverage, validation, refusal } = result;
  const phaseRows = phases.map((phase) => [NAMES[phase.phase], phase.state, accountingText(phase), `${phase.ms} ms`]);
  const named = version
    ? `Version ${version.id} · ${version.department} · ${version.from} to ${version.to} · ${version.status}`
    : 'No version was made: the matrix has errors.';
  return [
    named,
    textTable(['Phase', 'State', 'Units', 'Time'], phaseRows),
    ...(coverage ? ['', presentCoverageText(coverage)] : []),
    '',
    ...presentMessages(validation.messages, false),
    `${presentCounts(validation)}.`,
    ...(refusal ? [refusal] : []),
    ...(version ? ['', ...nextSteps(result)] : []),
  ].join('\n');
}

function accountingText({ accounting }: PhaseResult): string {
  if (!accounting) return '';
  const { read, accepted, rejected, ignored, stored } = accounting;
  return `${read} read = ${accepted} accepted + ${rejected} rejected + ${ignored} ignored; ${stored} stored`;
}

/** The counts of a coverage, and its gaps gathered by cause and position. */
export function presentCoverageText(coverage: PresentedCoverage): string {
  const { shiftInstances, full, partial, uncovered, mismatched, percentage, studyHours, byPosition, gaps } = coverage;
  const share = studyHours.required > 0 ? (100 * studyHours.covered) / studyHours.required : 100;
  const positions = Object.entries(byPosition).map(([type, c]) => [type, c.desired, c.assigned]);
  const causes = Map.groupBy(gaps, (gap) => `${gap.cause}|${gap.position ?? '-'}`);
  const gapRows = [...causes.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const dates = [...new Set(group.map((gap) => gap.scheduleDate))];
    const hours = group.reduce((sum, gap) => sum + (Date.parse(gap.to) - Date.parse(gap.from)) / 3_600_000, 0);
    const shown = dates.length > 4 ? `${dates.slice(0, 3).join(', ')} and ${dates.length - 3} more` : dates.join(', ');
    return [[first.cause, first.position, group.length, hours.toFixed(1), shown]];
  });
  return [
    `Coverage ${coverage.from} to ${coverage.to}: ${percentage.toFixed(2)} % of ${shiftInstances} shifts ` +
      `(${full} full, ${partial} partial, ${uncovered} uncovered, ${mismatched} mismatched)`,
    `Study hours: ${studyHours.covered.toFixed(1)} of ${studyHours.required.toFixed(1)} have a reader (${share.toFixed(2)} %)`,
    '',
    textTable(['Position', 'Desired', 'Assigned'], positions),
    ...(gaps.length > 0 ? ['', textTable(['Gap', 'Position', 'Gaps', 'Hours', 'Schedule dates'], gapRows)] : ['', 'No gaps.']),
  ].join('\n');
}

function nextSteps({ version, validation }: WorkflowResult): string[] {
  if (!version) return [];
  if (version.status === 'PRODUCTION') return [`In force. Ask it: schedcu who --department ${version.department}`];
  const blocked = !validation.canPromote;
  return [
    'Next:',
    ...(blocked ? [`  schedcu warnings list ${version.id}`, `  schedcu warnings accept ${version.id} --all --reason "…"`] : []),
    `  schedcu versions promote ${version.id}${validation.messages.some((m) => m.severity === 'ERROR') ? ' --override "…"' : ''}`,
  ];
}
