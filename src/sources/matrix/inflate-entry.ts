import { crc32, createInflateRaw } from 'node:zlib';
import { UnreadableFile } from './unreadable-file.ts';

/** One entry of the package: its compressed bytes, and what the directory claims of the unpacked ones. */
export interface PackedEntry {
  name: string;
  bytes: Uint8Array;
  deflated: boolean;
  size: number;
  crc32: number;
}

const CHUNK = 64 * 1024;
/** Honest spreadsheets reach 90:1; deflate itself ends at 1032:1, where only repeats of one block arrive. */
const BOMB_RATIO = 250;
const BOMB_FLOOR = 48 * 1024 * 1024;

/** Counts what has been unpacked from one file, over all its entries. */
export class InflateBudget {
  private left: number;

  constructor(bytes: number) {
    this.left = bytes;
  }

  spend(bytes: number): void {
    this.left -= bytes;
    this.check(0);
  }

  /** Refuses before any work what is announced to be too much. */
  check(announced: number): void {
    if (announced > this.left) {
      throw new UnreadableFile(
        'FILE_TOO_LARGE',
        'unpacks to more data than is allowed; remove what is not needed (pictures, empty formatted rows) and save it again',
      );
    }
  }
}

const isBomb = (entry: PackedEntry): boolean =>
  entry.size > BOMB_FLOOR && entry.size > entry.bytes.length * BOMB_RATIO;

/** The unpacked bytes of an entry in pieces, its length and checksum verified at the end. */
export async function* inflateEntry(entry: PackedEntry, budget: InflateBudget): AsyncGenerator<Uint8Array> {
  budget.check(entry.size);
  if (isBomb(entry)) {
    throw new UnreadableFile(
      'FILE_TOO_LARGE',
      `holds ${entry.name}, which unpacks to ${BOMB_RATIO} times its size and more; save it again with only what is needed`,
    );
  }
  let size = 0;
  let checksum = 0;
  for await (const chunk of unpackedPieces(entry)) {
    size += chunk.length;
    if (size > entry.size) throw damaged(entry.name);
    budget.spend(chunk.length);
    checksum = crc32(chunk, checksum);
    yield chunk;
  }
  if (size !== entry.size || checksum !== entry.crc32) throw damaged(entry.name);
}

async function* unpackedPieces(entry: PackedEntry): AsyncGenerator<Uint8Array> {
  if (!entry.deflated) {
    for (let at = 0; at < entry.bytes.length; at += CHUNK) yield entry.bytes.subarray(at, at + CHUNK);
    return;
  }
  const inflate = createInflateRaw({ chunkSize: CHUNK });
  inflate.end(entry.bytes);
  try {
    for await (const chunk of inflate) yield chunk as Uint8Array;
  } catch {
    throw damaged(entry.name);
  } finally {
    inflate.destroy();
  }
}

function damaged(name: string): UnreadableFile {
  return new UnreadableFile(
    'CORRUPT_FILE',
    `is damaged in ${name}; open it in LibreOffice or Excel, save it again and try again`,
  );
}
