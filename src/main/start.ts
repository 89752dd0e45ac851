import { presentFailure } from '#src/cli/present-failure.ts';
import { layOut, type TextBlock } from '#src/cli/text-layout.ts';
import { CodedError } from '#src/domain/errors.ts';
import { openLog } from '#src/outside/log.ts';
import { preparePage } from './build-page.ts';
import { type Config, readConfig } from './config.ts';
import { endInOrder } from './end-of-process.ts';
import { type FoundExample, findExample, makeExampleLink, serveExampleAmion } from './example-department.ts';
import { openQueue } from './open-queue.ts';
import { type OpenThings, openThings } from './open-things.ts';
import { runExample } from './run-example.ts';
import { startServing } from './serve.ts';
import { presentStanding } from './standing-summary.ts';

const say = (...blocks: readonly TextBlock[]): void =>
  void process.stdout.write(`${layOut(blocks, process.stdout.isTTY ? process.stdout.columns : null)}\n`);

/** Runs the example where the database is empty, says how things stand, and serves page and API until told to end. */
async function start(config: Config, opened: OpenThings): Promise<void> {
  await preparePage((text) => void process.stderr.write(`schedcu: ${text}\n`));
  const example = await prepare(config, opened);
  const isAmionOurs = example.isThere && example.isAlone && config.amionLogin === null;
  const amion = isAmionOurs ? await opened.keep(serveExampleAmion()) : null;
  // Whoever reads the terminal is told what is wrong; every request and job is for a log.
  const logLevel = config.logLevel ?? 'warn';
  const serving = await startServing({ ...config, logLevel, ...amion?.config }, opened, {
    worker: true,
    onListening: (url) => say(`\nschedcu answers on ${url} (Ctrl-C ends it).`),
  });
  if (example.isThere) {
    const link = await makeExampleLink(serving.services);
    say(
      `Open ${serving.url}${link}`,
      '  It signs you in as administrator of the example: once, within 15 minutes, from this machine.',
    );
  } else {
    say('  Who has no user yet and runs this machine: npx schedcu users add EMAIL --role ADMIN');
  }
  await serving.ended;
}

/** Fills an empty database with the example, says how things stand, and answers what is there of the example. */
async function prepare(config: Config, opened: OpenThings): Promise<FoundExample> {
  const queue = await opened.keep(openQueue(config, openLog('error')));
  const { services } = queue;
  const isEmpty = (await services.registry.listHospitals()).length === 0;
  if (isEmpty) {
    say('The database is empty: running the bundled example, an invented group of four hospitals.');
    const job = await runExample(queue, ({ progress }) => progress && say(`  ${progress.message} …`));
    if (job.status === 'FAILED')
      throw new CodedError('UNAVAILABLE', `The example failed: ${job.errorMessage}`);
    say(`Done as background job ${job.id}; see: npx schedcu jobs list`);
  }
  say(...(await presentStanding(services, isEmpty)));
  const example = await findExample(services);
  await opened.closeAll();
  return example;
}

const opened = openThings();
endInOrder(opened);
try {
  await start(readConfig(), opened);
} catch (cause) {
  const failure = presentFailure(cause);
  process.stderr.write(`${layOut(failure.text, null)}\n`);
  process.exitCode = failure.status;
  await opened.closeAll();
}
