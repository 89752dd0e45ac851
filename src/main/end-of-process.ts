import { presentFailure } from '#src/cli/present-failure.ts';
import { layOut } from '#src/cli/text-layout.ts';
import type { OpenThings } from './open-things.ts';

/** Of a process that a signal ended: 128 and the number of the signal. */
const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/** Whether a signal has asked the process to end: what it has still to say is of no use to anybody. */
export interface Ending {
  asked: boolean;
}

/**
 * Ends the process in order: on a signal everything is closed first (a second signal ends it at once), and a reader of our
 * output who has enough (`| head`) is no fault.
 */
export function endInOrder(opened: OpenThings): Ending {
  const ending: Ending = { asked: false };
  const end = (status: number): void => {
    ending.asked = true;
    void opened.closeAll().finally(() => process.exit(status));
  };
  for (const [signal, status] of Object.entries(SIGNALS)) process.once(signal, () => end(status));
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') return end(Number(process.exitCode ?? 0));
      // What cannot be printed is said where something may still be: a full disk, for one.
      if (stream === process.stdout) process.stderr.write(`${layOut(presentFailure(error).text, null)}\n`);
      end(1);
    });
  }
  return ending;
}
