import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { CodedError } from '#src/domain/errors.ts';
import type { GivenFile } from '#src/services/service-context.ts';
import type { CliContext } from './cli-context.ts';

const CHUNK = 1024 * 1024;

const SAYS: Record<string, string> = {
  ENOENT: 'does not exist. Look at how it is spelled, and where you are',
  ENOTDIR: 'does not exist. Look at how it is spelled, and where you are',
  EISDIR: 'is a folder. Name a file in it',
  EACCES: 'may not be read by this user. Give yourself the right to read it',
};

/** Reads a file that an argument names, a pipe too. BAD_REQUEST where it cannot be read or is larger than the limit. */
export async function readGivenFile(path: string, context: CliContext): Promise<GivenFile> {
  const file = await readWorkbookFile(path, context);
  const most = context.limits().uploadBytes;
  if (file.bytes.length <= most) return file;
  const text = `${path} is larger than ${Math.floor(most / CHUNK)} MB (UPLOAD_MAX_MB). Remove what is not needed from it.`;
  throw new CodedError('BAD_REQUEST', text, { file: path });
}

/** The same for a matrix or list: one that is too large comes with one byte too many, so that its reader says so. */
export async function readWorkbookFile(path: string, context: CliContext): Promise<GivenFile> {
  try {
    return { name: basename(path), bytes: await readAtMost(path, context.limits().uploadBytes + 1) };
  } catch (cause) {
    if (cause instanceof CodedError) throw cause;
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    throw new CodedError(
      'BAD_REQUEST',
      `${path} ${SAYS[code] ?? `cannot be read (${code})`}.`,
      { file: path },
      cause,
    );
  }
}

/** Never more than `most` bytes: a device or a pipe may have no end. */
async function readAtMost(path: string, most: number): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const chunks: Buffer[] = [];
    for (let left = most; left > 0; ) {
      const { bytesRead, buffer } = await file.read(
        Buffer.alloc(Math.min(CHUNK, left)),
        0,
        Math.min(CHUNK, left),
        null,
      );
      if (bytesRead === 0) break;
      chunks.push(buffer.subarray(0, bytesRead));
      left -= bytesRead;
    }
    return new Uint8Array(Buffer.concat(chunks));
  } finally {
    await file.close();
  }
}
