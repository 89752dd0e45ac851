import type { Command } from 'commander';
import { JOB_STATUSES, JOB_TYPES, type Job } from '#src/domain/job.ts';
import { presentJob } from '#src/services/present/present-job.ts';
import { watchJob } from '#src/services/watch-job.ts';
import type { Act, CliAnswer, CliContext } from './cli-context.ts';
import { examples } from './examples.ts';
import { type PageOptions, pageOf, presentPage, withPages } from './paged-list.ts';
import { parseJobId, parseOneOf } from './parse-argument.ts';
import { exitStatusOf, presentJobsText, presentJobText, progressBar } from './present-job.ts';

export function addJobsCommands(program: Command, act: Act, context: () => CliContext): void {
  const jobs = program.command('jobs').description('Background jobs: what waits, runs, failed and was done.');
  addList(jobs, act, context);
  addShow(jobs, act, context);
  jobs
    .command('retry <id>')
    .description('Put a FAILED job back into the queue, with all its retries.')
    .action(
      act(async (id: string) => {
        const { jobs: service } = await context().services();
        const job = await service.retry(parseJobId(id), await context().actor());
        return answer(job, [`Job ${job.id} waits for a worker again.`]);
      }),
    );
  jobs
    .command('cancel <id>')
    .description('End a job that waits or runs. What it has not stored yet is not stored any more.')
    .action(
      act(async (id: string) => {
        const { jobs: service } = await context().services();
        const job = await service.cancel(parseJobId(id), await context().actor());
        return answer(job, [`Job ${job.id} is cancelled.`]);
      }),
    );
}

const answer = (job: Job, text: CliAnswer['text']): CliAnswer => ({
  document: presentJob(job),
  text,
  status: 0,
});

interface ListOptions extends PageOptions {
  status?: string;
  type?: string;
}

function addList(jobs: Command, act: Act, context: () => CliContext): void {
  const command = jobs
    .command('list')
    .description('Newest first.')
    .option('--status <status>', JOB_STATUSES.join(', '))
    .option('--type <type>', JOB_TYPES.join(', '));
  withPages(command)
    .addHelpText('after', examples('jobs list', 'jobs list --status FAILED'))
    .action(
      act(async (options: ListOptions) => {
        const status = parseOneOf(options.status, JOB_STATUSES, 'status of a job');
        const type = parseOneOf(options.type, JOB_TYPES, 'type of a job');
        const filter = { ...(status && { status }), ...(type && { type }) };
        const { jobs: service } = await context().services();
        const { items, nextCursor } = await service.list(filter, pageOf(options));
        const table = items.length > 0 ? presentJobsText(items) : null;
        return presentPage({ jobs: items.map(presentJob), nextCursor }, table, 'There are no such jobs.');
      }),
    );
}

function addShow(jobs: Command, act: Act, context: () => CliContext): void {
  jobs
    .command('show <id>')
    .description('One job, with its phases, its progress and why it failed.')
    .option('--watch', 'follow it until it has ended; its outcome is the exit status')
    .addHelpText('after', examples('jobs show 01980000-0000-7000-8000-000000000000 --watch'))
    .action(
      act(async (id: string, options: { watch?: boolean }) => {
        const { jobs: service } = await context().services();
        const jobId = parseJobId(id);
        const job = options.watch ? await follow(context(), service, jobId) : await service.get(jobId);
        const status = options.watch ? exitStatusOf(job) : 0;
        return { document: presentJob(job), text: presentJobText(job), status };
      }),
    );
}

/** A bar at a terminal; elsewhere nothing until the end. */
async function follow(
  context: CliContext,
  service: Parameters<typeof watchJob>[0],
  id: Job['id'],
): Promise<Job> {
  try {
    return await watchJob(service, id, (job) => context.redraw(progressBar(job, context.columns ?? 80)));
  } finally {
    context.redraw('');
  }
}
