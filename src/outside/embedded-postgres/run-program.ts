import { spawn } from 'node:child_process';

export interface ProgramResult {
  /** Null when the program could not be started or was ended by a signal. */
  readonly status: number | null;
  readonly output: string;
}

/** Runs a program to its end with closed input; answers its status with both its outputs, and never throws. */
export function runProgram(command: readonly string[]): Promise<ProgramResult> {
  const [program = '', ...args] = command;
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env: serverEnvironment() });
    let output = '';
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', (error) => resolve({ status: null, output: error.message }));
    child.once('close', (status) => resolve({ status, output }));
  });
}

/** PostgreSQL gets none of our environment (secrets, PG… settings); its messages stay English, for us to read. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const { PATH = '/usr/bin:/bin' } = process.env;
  return { PATH, LC_ALL: 'C' };
}
