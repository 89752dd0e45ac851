import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { CodedError } from '#src/domain/errors.ts';
import type { Actor } from '#src/domain/user.ts';
import type { GivenFile } from '#src/services/service-context.ts';
import type { Services } from '#src/services/services.ts';
import type { WorkbookLimits } from '#src/sources/matrix/workbook-limits.ts';

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
  limits(): WorkbookLimits;
  /** Standard output: the answer. */
  print(text: string): void;
  /** Standard error: everything else. */
  note(text: string): void;
  /** Columns of the terminal; null where standard output is none. */
  columns: number | null;
  /** Standard error is a terminal, so that progress may be drawn. */
  drawsProgress: boolean;
  /** One line from standard input without echo; for passwords. */
  askSecret(prompt: string): Promise<string>;
}

/** What a command answers: the JSON document, the text for people, and the status. */
export interface CliAnswer {
  document: unknown;
  text: string;
  status: ExitStatus;
}

/** Reads a file that an argument names. BAD_REQUEST where it cannot be read. */
export async function readGivenFile(path: string): Promise<GivenFile> {
  try {
    return { name: basename(path), bytes: await readFile(path) };
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    const says = code === 'ENOENT' ? 'does not exist' : code === 'EISDIR' ? 'is a folder' : `cannot be read (${code})`;
    throw new CodedError('BAD_REQUEST', `${path} ${says}.`, { file: path }, cause);
  }
}
