import type { Actor } from '#src/domain/user.ts';
import type { ServiceContext } from '#src/services/service-context.ts';
import type { Services } from '#src/services/services.ts';
import type { TextBlock } from './text-layout.ts';

/** 0 done; 1 a fault of the program or its surroundings; 2 the input has errors; 3 conflict, refused, or no schedule. */
export type ExitStatus = 0 | 1 | 2 | 3;

export interface MigrationDoor {
  up(): Promise<string[]>;
  down(count: number): Promise<string[]>;
  status(): Promise<{ name: string; state: string }[]>;
}

/** What a command is given: the services (opened when first asked for), who acts, and where to print. */
export interface CliContext {
  json: boolean;
  services(): Promise<Services>;
  actor(): Promise<Actor>;
  migrations(): Promise<MigrationDoor>;
  limits(): ServiceContext['limits'];
  /** Standard output: the answer. */
  print(text: string): void;
  /** Standard error: everything else. */
  note(text: string): void;
  /** Columns of the terminal; null where standard output is none. */
  columns: number | null;
  /** Standard error is a terminal, so that progress may be drawn. */
  drawsProgress: boolean;
  /** A line on standard error that the next one replaces; empty: the line is taken away. Nothing where that is no terminal. */
  redraw(line: string): void;
  /** Works off background jobs until the process is told to end. */
  work(): Promise<void>;
  /** Serves page and API until the process is told to end; `worker`: works off background jobs too. */
  serve(order: { worker: boolean; onListening(url: string): void }): Promise<void>;
  /** One line from standard input without echo; for passwords. */
  askSecret(prompt: string): Promise<string>;
}

/** What a command answers: the JSON document, the text for people, and the status. */
export interface CliAnswer {
  document: unknown;
  text: readonly TextBlock[];
  status: ExitStatus;
}

/** A file that stands on standard output byte for byte, in place of text and document: pieces that each end with a line break. */
export interface CliFile {
  pieces: AsyncIterable<string>;
}

/** Registers a command's work: prints its answer and keeps its status. */
export type Act = <A extends unknown[]>(
  work: (...args: A) => Promise<CliAnswer | CliFile>,
) => (...args: A) => Promise<void>;
