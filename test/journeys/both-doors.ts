import { expect } from 'vitest';
import type { CliContext } from '#src/cli/cli-context.ts';
import type { ErrorCode } from '#src/domain/errors.ts';
import { openTestHttp } from '#test/support/http.ts';
import { commandLine, type Outcome } from './command-line.ts';

/** Both doors over one database: what leaves by one can be held against what leaves by the other. */
export async function bothDoors() {
  const { services, ...http } = await openTestHttp();
  const line = await commandLine();
  await http.addUser('root@ashby.test', 'ADMIN');
  const root = await http.browse('root@ashby.test');
  const schedcu = (args: readonly string[], over: Partial<CliContext> = {}): Promise<Outcome> =>
    line(args, { services: async () => services, actor: async () => services.actor, ...over });
  return {
    ...{ ...http, services, schedcu },
    /** The one document that a command prints with --json. */
    async json(args: readonly string[], over?: Partial<CliContext>): Promise<Record<string, unknown>> {
      const { status, stdout, stderr } = await schedcu([...args, '--json'], over);
      expect([status, stderr]).toEqual([0, '']);
      return JSON.parse(stdout);
    },
    /** What HTTP answers an administrator. */
    async answer(url: string): Promise<Record<string, unknown>> {
      const answer = await root.call('GET', url);
      expect([url, answer.statusCode]).toEqual([url, 200]);
      return answer.json();
    },
    /** A command that does nothing: in words, and as one document. */
    async expectRefused(args: readonly string[], [status, code, says]: Refusal): Promise<void> {
      expect(await schedcu(args)).toEqual({ status, stdout: '', stderr: expect.stringContaining(says) });
      const { stdout, ...refused } = await schedcu([...args, '--json']);
      expect([refused.status, JSON.parse(stdout)]).toMatchObject([
        status,
        { error: { code, message: expect.stringContaining(says) } },
      ]);
    },
  };
}

/** Exit status, code, and a part of what is said. */
export type Refusal = readonly [status: number, code: ErrorCode, says: string];

/** What is said, line by line, with a bar for the room between columns. */
export const columnsOf = ({ stdout }: Outcome): string[] =>
  stdout.split('\n').map((line) => line.replace(/ {2,}/g, ' | '));
