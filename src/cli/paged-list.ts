import type { Command } from 'commander';
import type { CliAnswer } from './cli-context.ts';
import { parseCount } from './parse-argument.ts';
import type { TextBlock } from './text-layout.ts';

export interface PageOptions {
  limit: string;
  cursor?: string;
}

/** The options of a list that is answered page by page. */
export const withPages = (command: Command): Command =>
  command
    .option('--limit <n>', 'at most 200', '50')
    .option('--cursor <cursor>', 'go on where the list before ended');

/** As the services are asked. */
export const pageOf = ({ limit, cursor }: PageOptions): { limit: number; cursor: string | null } => ({
  limit: parseCount(limit),
  cursor: cursor ?? null,
});

/** What HTTP answers: the list under its name, and the cursor. */
interface PageDocument {
  [list: string]: unknown;
  nextCursor: string | null;
}

/** A page as it is printed, with how to go on; `table` null: `none` is said, as the list has nothing. */
export function presentPage(document: PageDocument, table: TextBlock | null, none: string): CliAnswer {
  const { nextCursor } = document;
  const more = nextCursor === null ? [] : [`There are more: --cursor ${nextCursor}`];
  return { document, text: table === null ? [none] : [table, ...more], status: 0 };
}
