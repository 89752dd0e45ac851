import { Worker } from 'node:worker_threads';
import { type FileFaultCode, faultMessage, findUploadFault } from './unreadable-file.ts';
import type { WorkbookEvent } from './workbook-event.ts';
import { DEFAULT_LIMITS, type WorkbookLimits } from './workbook-limits.ts';
import type { WorkbookTask } from './workbook-worker.ts';

/** A thread that has no room to start takes the process with it. */
const LEAST_HEAP = 16;

type Report =
  | { kind: 'event'; event: WorkbookEvent }
  | { kind: 'end' }
  | { kind: 'late' }
  | { kind: 'dead'; outOfMemory: boolean };

/**
 * As readWorkbook, in a worker thread of its own, so that a file that takes all memory or never ends takes only the
 * thread with it: it is stopped after `limits.timeoutMs` of reading (time that the caller takes does not count) or
 * beyond `limits.heapMegabytes`, and the last event says so. Leaving the loop early ends the thread, too.
 */
export async function* readWorkbookInWorker(
  bytes: Uint8Array,
  fileName: string,
  limits: WorkbookLimits = DEFAULT_LIMITS,
): AsyncGenerator<WorkbookEvent> {
  const tooLarge = findUploadFault(bytes, limits);
  if (tooLarge) {
    yield { kind: 'fault', message: faultMessage(fileName, tooLarge) };
    return;
  }
  const thread = new WorkbookThread({ bytes, fileName, limits });
  try {
    for (;;) {
      const report = await thread.nextReport();
      if (report.kind === 'end') return;
      yield report.kind === 'event' ? report.event : lostThread(report, fileName, limits);
      if (report.kind !== 'event') return;
    }
  } finally {
    await thread.stop();
  }
}

function lostThread(
  report: Exclude<Report, { kind: 'event' | 'end' }>,
  fileName: string,
  limits: WorkbookLimits,
): WorkbookEvent {
  const fault = (code: FileFaultCode, message: string): WorkbookEvent => ({
    kind: 'fault',
    message: faultMessage(fileName, { code, message }),
  });
  if (report.kind === 'late') {
    const seconds = limits.timeoutMs / 1000;
    return fault('FILE_TOO_LARGE', `takes longer than ${seconds} s to read; remove what is not needed`);
  }
  return report.outOfMemory
    ? fault('FILE_TOO_LARGE', 'needs too much memory to read; remove what is not needed')
    : fault('CORRUPT_FILE', 'cannot be read; open it in LibreOffice or Excel and save it again');
}

class WorkbookThread {
  private readonly worker: Worker;
  private readonly reports: Report[] = [];
  private wake: (() => void) | null = null;
  private msLeft: number;

  constructor(task: WorkbookTask) {
    this.msLeft = task.limits.timeoutMs;
    this.worker = new Worker(new URL('./workbook-worker.ts', import.meta.url), {
      workerData: task,
      execArgv: [],
      resourceLimits: {
        maxOldGenerationSizeMb: Math.max(LEAST_HEAP, task.limits.heapMegabytes),
        maxYoungGenerationSizeMb: 4,
      },
    });
    this.worker.on('message', (event: string | null) =>
      this.report(
        event === null ? { kind: 'end' } : { kind: 'event', event: JSON.parse(event) as WorkbookEvent },
      ),
    );
    this.worker.on('error', (cause: Error & { code?: string }) =>
      this.report({ kind: 'dead', outOfMemory: cause.code === 'ERR_WORKER_OUT_OF_MEMORY' }),
    );
    this.worker.on('exit', () => this.report({ kind: 'dead', outOfMemory: false }));
    // One event ahead of the caller, so that reading and understanding overlap.
    this.worker.postMessage('next');
  }

  async nextReport(): Promise<Report> {
    this.worker.postMessage('next');
    const began = performance.now();
    const report = this.reports.shift() ?? (await this.waitForReport());
    this.msLeft -= performance.now() - began;
    return report;
  }

  async stop(): Promise<void> {
    await this.worker.terminate();
  }

  private waitForReport(): Promise<Report> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve({ kind: 'late' }), Math.max(0, this.msLeft));
      this.wake = () => {
        clearTimeout(timer);
        this.wake = null;
        const report = this.reports.shift();
        if (report) resolve(report);
      };
    });
  }

  private report(report: Report): void {
    this.reports.push(report);
    this.wake?.();
  }
}
