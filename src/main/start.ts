import { presentCoverageText } from '#src/cli/present-coverage.ts';
import { presentFailure } from '#src/cli/present-failure.ts';
import { presentWhoText } from '#src/cli/present-who-text.ts';
import { layOut, type TextBlock } from '#src/cli/text-layout.ts';
import { CodedError } from '#src/domain/errors.ts';
import { EXAMPLE_DEPARTMENT } from '#src/example/hospitals.ts';
import { openLog } from '#src/outside/log.ts';
import type { Services } from '#src/services/services.ts';
import { type Config, readConfig } from './config.ts';
import { openQueue } from './open-queue.ts';
import { runExample } from './run-example.ts';

/** A night on which a body-only reader re-cuts the positions and ON1 is split in three. */
const SHOWN_NIGHT = '2026-12-13T02:30';

const say = (...blocks: readonly TextBlock[]): void =>
  void process.stdout.write(`${layOut(blocks, process.stdout.isTTY ? process.stdout.columns : null)}\n`);

async function start(config: Config): Promise<void> {
  const queue = await openQueue(config, openLog('error'));
  const { services, close } = queue;
  try {
    const known = await services.registry.listHospitals();
    if (known.length === 0) {
      say('The database is empty: running the bundled example, an invented group of four hospitals.');
      const job = await runExample(queue, ({ progress }) => progress && say(`  ${progress.message} …`));
      if (job.status === 'FAILED')
        throw new CodedError('UNAVAILABLE', `The example failed: ${job.errorMessage}`);
      say(`Done as background job ${job.id}; see: npx schedcu jobs list`);
    }
    await summarise(services, known.length === 0);
  } finally {
    await close();
  }
}

async function summarise(services: Services, isNew: boolean): Promise<void> {
  const production = await services.versions.listVersions(null, 'PRODUCTION');
  const [version] = production;
  if (!version) {
    say('No schedule is in force yet. Begin with: npx schedcu run --help');
    return;
  }
  const view = await services.versions.viewVersion(version.id);
  say(
    `\n${version.department}: version ${version.id} is in force for ${version.from} to ${version.to}${isNew ? '' : ', as it was left'}.\n`,
  );
  say(...presentCoverageText(view.coverage));
  const question = { department: version.department, hospital: null, versionId: version.id };
  const isExample =
    version.department === EXAMPLE_DEPARTMENT.code &&
    version.from <= SHOWN_NIGHT &&
    SHOWN_NIGHT <= `${version.to}T`;
  if (isExample) {
    const answer = await services.who.ask({ ...question, at: SHOWN_NIGHT, study: 'MERCY CT Head' });
    say(`\nWho reads CT Head at MERCY at ${SHOWN_NIGHT}?`, ...presentWhoText(answer));
  }
  const code = version.department;
  say(
    [
      '\nTry next:',
      `  npx schedcu who --department ${code}`,
      `  npx schedcu who --department ${code} --at ${SHOWN_NIGHT} --hospital ${code}`,
      `  npx schedcu versions show ${version.id}`,
      '  npx schedcu check src/example/files/coverage-matrix.ods',
      '  npx schedcu audit',
      '  npx schedcu --help',
    ].join('\n'),
  );
}

try {
  await start(readConfig());
} catch (cause) {
  const failure = presentFailure(cause);
  process.stderr.write(`${layOut(failure.text, null)}\n`);
  process.exitCode = failure.status;
}
