import type { PhaseResult, WorkflowResult } from '#src/services/schedule-orchestrator.ts';
import { presentCounts, presentMessages } from './present-messages.ts';
import { type TextBlock, textTable } from './text-layout.ts';

type PresentedCoverage = NonNullable<WorkflowResult['coverage']>;

const NAMES = { ODS_IMPORT: 'Matrix', AMION_IMPORT: 'Roster', COVERAGE: 'Coverage' } as const;

/** The JSON document of `run`. */
export function presentRun({ version, phases, coverage, validation, refusal }: WorkflowResult) {
  return { version, phases, coverage, validation, refusal };
}

export function presentRunText(result: WorkflowResult): TextBlock[] {
  const { version, phases, coverage, validation, refusal } = result;
  const phaseRows = phases.map((phase) => [
    NAMES[phase.phase],
    phase.state,
    accountingText(phase),
    `${phase.ms} ms`,
  ]);
  const named = version
    ? `Version ${version.id} · ${version.department} · ${version.from} to ${version.to} · ${version.status}`
    : 'No version was made: mend the errors below and run it again.';
  return [
    named,
    textTable(['Phase', 'State', 'Units', 'Time'], phaseRows),
    ...(coverage ? ['', ...presentCoverageText(coverage)] : []),
    '',
    ...presentMessages(validation.messages, false),
    `${presentCounts(validation)}.`,
    ...(refusal ? [refusal] : []),
    ...(version ? ['', ...nextSteps(result)] : []),
  ];
}

function accountingText({ accounting }: PhaseResult): string {
  if (!accounting) return '';
  const { read, accepted, rejected, ignored, stored } = accounting;
  return `${read} read = ${accepted} accepted + ${rejected} rejected + ${ignored} ignored; ${stored} stored`;
}

/** The counts of a coverage, and its gaps gathered by cause and position. */
export function presentCoverageText(coverage: PresentedCoverage): TextBlock[] {
  const { shiftInstances, full, partial, uncovered, mismatched, percentage, studyHours, byPosition, gaps } =
    coverage;
  const share = studyHours.required > 0 ? (100 * studyHours.covered) / studyHours.required : 100;
  const positions = Object.entries(byPosition).map(([type, c]) => [type, c.desired, c.assigned]);
  return [
    `Coverage ${coverage.from} to ${coverage.to}: ${percentage.toFixed(2)} % of ${shiftInstances} shifts ` +
      `(${full} full, ${partial} partial, ${uncovered} uncovered, ${mismatched} mismatched)`,
    `Study hours: ${studyHours.covered.toFixed(1)} of ${studyHours.required.toFixed(1)} have a reader (${share.toFixed(2)} %)`,
    '',
    textTable(['Position', 'Desired', 'Assigned'], positions),
    '',
    gaps.length > 0 ? gapTable(gaps) : 'No gaps.',
  ];
}

/** Dates that are named one by one. */
const NAMED_DATES = 4;

function gapTable(gaps: PresentedCoverage['gaps']): TextBlock {
  const causes = Map.groupBy(gaps, (gap) => `${gap.cause}|${gap.position ?? '-'}`);
  const rows = [...causes.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const dates = [...new Set(group.map((gap) => gap.scheduleDate))];
    const hours = group.reduce(
      (sum, gap) => sum + (Date.parse(gap.to) - Date.parse(gap.from)) / 3_600_000,
      0,
    );
    const some = dates.slice(0, NAMED_DATES - 1);
    const shown =
      dates.length > NAMED_DATES
        ? `${some.join(', ')} and ${dates.length - some.length} more`
        : dates.join(', ');
    return [[first.cause, first.position, group.length, hours.toFixed(1), shown]];
  });
  return textTable(['Gap', 'Position', 'Gaps', 'Hours', 'Schedule dates'], rows);
}

function nextSteps({ version, validation }: WorkflowResult): string[] {
  if (!version) return [];
  if (version.status === 'PRODUCTION')
    return [`In force. Ask it: schedcu who --department ${version.department}`];
  const errors = validation.messages.some((m) => m.severity === 'ERROR');
  const open = validation.messages.some((m) => m.severity === 'WARNING' && m.context['accepted'] !== true);
  return [
    'Next:',
    ...(open
      ? [
          `  schedcu warnings list ${version.id}`,
          `  schedcu warnings accept ${version.id} --all --reason "…"`,
        ]
      : []),
    `  schedcu versions promote ${version.id}${errors ? ' --override "…"' : ''}`,
  ];
}
