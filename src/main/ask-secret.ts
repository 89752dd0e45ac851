import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** One line of standard input; at a terminal it is asked for and not shown. */
export async function askSecret(prompt: string): Promise<string> {
  const atTerminal = process.stdin.isTTY === true;
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  if (atTerminal) process.stderr.write(prompt);
  const reader = createInterface({ input: process.stdin, output: silent, terminal: atTerminal });
  // A terminal in this mode hands Ctrl-C to the reader instead of the process.
  reader.once('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  try {
    for await (const line of reader) return line;
    return '';
  } finally {
    reader.close();
    if (atTerminal) process.stderr.write('\n');
  }
}
