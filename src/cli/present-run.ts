import type { PhaseResult, WorkflowResult } from '#src/services/schedule-orchestrator.ts';
import { presentCoverage, presentCoverageText } from './present-coverage.ts';
import { unitsText } from './present-import.ts';
import { presentCounts, presentMessages } from './present-messages.ts';
import { type TextBlock, textTable } from './text-layout.ts';

const NAMES = { ODS_IMPORT: 'Matrix', AMION_IMPORT: 'Roster', COVERAGE: 'Coverage' } as const;

/** The JSON document of `run`. */
export function presentRun({ version, phases, coverage, validation, refusal }: WorkflowResult) {
  return { version, phases, coverage: coverage && presentCoverage(coverage), validation, refusal };
}

export function presentRunText(result: WorkflowResult): TextBlock[] {
  const { version, phases, coverage, validation, refusal } = result;
  const named = version
    ? `Version ${version.id} · ${version.department} · ${version.from} to ${version.to} · ${version.status}`
    : 'No version was made: mend the errors below and run it again.';
  return [
    named,
    presentPhases(phases),
    ...(coverage ? ['', ...presentCoverageText(coverage)] : []),
    '',
    ...presentMessages(validation.messages, false),
    `${presentCounts(validation)}.`,
    ...(refusal ? [refusal] : []),
    ...(version ? ['', ...nextSteps(result)] : []),
  ];
}

/** What is shown of a phase. */
export type ShownPhase = Pick<PhaseResult, 'phase' | 'state' | 'accounting' | 'ms'>;

export function presentPhases(phases: readonly ShownPhase[]): TextBlock {
  const rows = phases.map((phase) => [
    NAMES[phase.phase],
    phase.state,
    phase.accounting ? unitsText(phase.accounting) : '',
    `${phase.ms} ms`,
  ]);
  return textTable(['Phase', 'State', 'Units', 'Time'], rows);
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
