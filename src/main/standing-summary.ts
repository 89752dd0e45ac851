import { presentCoverageText } from '#src/cli/present-coverage.ts';
import { presentWhoText } from '#src/cli/present-who-text.ts';
import type { TextBlock } from '#src/cli/text-layout.ts';
import { CodedError } from '#src/domain/errors.ts';
import { EXAMPLE_DEPARTMENT } from '#src/example/hospitals.ts';
import type { Services } from '#src/services/services.ts';

/** A night on which a body-only reader re-cuts the positions and ON1 is split in three. */
const SHOWN_NIGHT = '2026-12-13T02:30';

/** How the schedule in force stands, for a terminal: its coverage, and of the example one explained answer. */
export async function presentStanding(services: Services, isNew: boolean): Promise<TextBlock[]> {
  const [version] = await services.versions.listVersions(null, 'PRODUCTION');
  if (!version) return ['No schedule is in force yet. Begin with: npx schedcu run --help'];
  const view = await services.versions.viewVersion(version.id);
  const code = version.department;
  const dates = view.inForce.map(({ from, to }) => `${from} to ${to}`).join(', ');
  const head = `\n${code}: version ${version.id} is in force for ${dates}${isNew ? '' : ', as it was left'}.\n`;
  const example = code === EXAMPLE_DEPARTMENT.code ? await explainedAnswer(services, code) : [];
  const next = [
    '\nTry next:',
    `  npx schedcu who --department ${code}`,
    ...(example.length > 0
      ? [`  npx schedcu who --department ${code} --at ${SHOWN_NIGHT} --hospital ${code}`]
      : []),
    `  npx schedcu versions show ${version.id}`,
    '  npx schedcu check src/example/files/coverage-matrix.ods',
    '  npx schedcu audit',
    '  npx schedcu --help',
  ].join('\n');
  return [head, ...presentCoverageText(view.coverage), ...example, next];
}

/** Nothing where the example has been changed so far that the question makes no sense any more. */
async function explainedAnswer(services: Services, department: string): Promise<TextBlock[]> {
  const question = { department, hospital: null, versionId: null, at: SHOWN_NIGHT, study: 'MERCY CT Head' };
  try {
    const answer = await services.who.ask(question);
    return [`\nWho reads CT Head at MERCY at ${SHOWN_NIGHT}?`, ...presentWhoText(answer)];
  } catch (cause) {
    if (cause instanceof CodedError) return [];
    throw cause;
  }
}
