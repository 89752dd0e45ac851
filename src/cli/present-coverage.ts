import type { WorkflowResult } from '#src/services/schedule-orchestrator.ts';
import { type TextBlock, textTable } from './text-layout.ts';

type PresentedCoverage = NonNullable<WorkflowResult['coverage']>;

/** A coverage with its keys in the order in which they are read: the counts, the positions, the holes. */
export function presentCoverage({
  from,
  to,
  shiftInstances,
  full,
  partial,
  uncovered,
  ...rest
}: PresentedCoverage) {
  const { mismatched, percentage, byPosition, studyHours, gaps, queryCount } = rest;
  return {
    from,
    to,
    shiftInstances,
    full,
    partial,
    uncovered,
    mismatched,
    percentage,
    byPosition,
    studyHours,
    gaps,
    queryCount,
  };
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
