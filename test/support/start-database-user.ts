import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface DatabaseUserAnswer {
  readonly opened?: boolean;
  readonly connection?: { readonly host: string };
  readonly runsServer?: boolean;
  readonly rows?: readonly Record<string, unknown>[];
  readonly closed?: boolean;
  readonly failure?: string;
  readonly code?: string;
}

/** A process that uses the embedded database of a folder (see `database-user.ts`). */
export interface DatabaseUser {
  readonly process: ChildProcess;
  /** What it said when it had opened the database, or why it could not. */
  readonly opened: DatabaseUserAnswer;
  /** Runs one statement (or `status`, or `close`) and answers what it said. */
  ask(line: string): Promise<DatabaseUserAnswer>;
  /** Asks until it succeeds; answers how many milliseconds that took. */
  askUntilAnswered(line: string): Promise<number>;
  /** Closes the database in order and waits for the end of the process. */
  end(): Promise<void>;
  kill(): Promise<void>;
}

/** `prefix` goes before the command, to run it as another user; `args` after it. */
export async function startDatabaseUser(
  folder: string,
  { prefix = [], args = [] }: { prefix?: readonly string[]; args?: readonly string[] } = {},
): Promise<DatabaseUser> {
  const program = join(import.meta.dirname, 'database-user.ts');
  const [command = '', ...rest] = [...prefix, process.execPath, program, folder, ...args];
  const child = spawn(command, rest, { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  // What is written to a process that has ended is answered by its end.
  child.stdin.on('error', () => undefined);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const read = async (): Promise<DatabaseUserAnswer> => {
    const line = await lines.next();
    return line.done ? { failure: 'the process ended' } : (JSON.parse(line.value) as DatabaseUserAnswer);
  };
  const ask = (line: string) => {
    child.stdin.write(`${line}\n`);
    return read();
  };
  return {
    process: child,
    opened: await read(),
    ask,
    askUntilAnswered: async (line) => {
      const since = Date.now();
      while ((await ask(line)).failure !== undefined && Date.now() - since < 20_000);
      return Date.now() - since;
    },
    end: async () => {
      child.stdin.end('close\n');
      await ended;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
