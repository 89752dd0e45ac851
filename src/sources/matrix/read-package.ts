import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { InflateBudget, inflateEntry, type PackedEntry } from './inflate-entry.ts';
import { UnreadableFile } from './unreadable-file.ts';
import type { WorkbookLimits } from './workbook-limits.ts';

const MOST_ENTRIES = 10_000;
const DEFLATED = 8;

/** The zip package of a spreadsheet: entries by name, each unpacked only when asked for. */
export class SpreadsheetPackage {
  private readonly zip: ZipFile;
  private readonly bytes: Buffer;
  private readonly entries: Map<string, Entry>;
  private readonly budget: InflateBudget;

  constructor(zip: ZipFile, bytes: Buffer, entries: Map<string, Entry>, limits: WorkbookLimits) {
    this.zip = zip;
    this.bytes = bytes;
    this.entries = entries;
    this.budget = new InflateBudget(limits.inflatedBytes);
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** The bytes of an entry in pieces; a package without it is corrupt. */
  async *inflate(name: string): AsyncGenerator<Uint8Array> {
    yield* inflateEntry(await this.findPacked(name), this.budget);
  }

  /** The bytes of an entry that is to be read again with `inflate`; none where they are more than `most`. */
  async *lookInto(name: string, most: number): AsyncGenerator<Uint8Array> {
    const packed = await this.findPacked(name);
    if (packed.size <= most) yield* inflateEntry(packed, new InflateBudget(most));
  }

  /** A small entry as text, at most `most` bytes of it. */
  async inflateText(name: string, most: number): Promise<string> {
    const pieces: Uint8Array[] = [];
    let size = 0;
    for await (const piece of this.inflate(name)) {
      pieces.push(piece);
      size += piece.length;
      if (size > most) throw new UnreadableFile('FILE_TOO_LARGE', `holds too much in ${name}`);
    }
    return Buffer.concat(pieces).toString('utf8');
  }

  private async findPacked(name: string): Promise<PackedEntry> {
    const entry = this.entries.get(name);
    if (!entry)
      throw new UnreadableFile('CORRUPT_FILE', `lacks its part ${name}; save it again and try again`);
    if (!entry.canDecodeFileData()) {
      throw new UnreadableFile(
        'CORRUPT_FILE',
        `packs ${name} in a way that spreadsheets do not use; save it again`,
      );
    }
    const start = await findDataStart(this.zip, entry);
    return {
      name,
      bytes: this.bytes.subarray(start, start + entry.compressedSize),
      deflated: entry.compressionMethod === DEFLATED,
      size: entry.uncompressedSize,
      crc32: entry.crc32,
    };
  }
}

/** Opens the directory of a package; damaged, encrypted and deceitful ones (names that occur twice or climb out) fail. */
export async function readPackage(file: Uint8Array, limits: WorkbookLimits): Promise<SpreadsheetPackage> {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const entries = new Map<string, Entry>();
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true });
    for await (const entry of zip.eachEntry()) {
      if (entries.has(entry.fileName)) {
        throw new UnreadableFile(
          'CORRUPT_FILE',
          `holds ${entry.fileName} twice; save it again and try again`,
        );
      }
      if (entry.isEncrypted()) throw encrypted();
      entries.set(entry.fileName, entry);
      if (entries.size > MOST_ENTRIES) throw new UnreadableFile('FILE_TOO_LARGE', 'holds too many parts');
    }
    return new SpreadsheetPackage(zip, bytes, entries, limits);
  } catch (cause) {
    throw asUnreadable(cause);
  }
}

export function encrypted(): UnreadableFile {
  return new UnreadableFile('ENCRYPTED_FILE', 'is encrypted; save it without a password and try again');
}

async function findDataStart(zip: ZipFile, entry: Entry): Promise<number> {
  try {
    return (await zip.readLocalFileHeaderPromise(entry, { minimal: true })).fileDataStart;
  } catch (cause) {
    throw asUnreadable(cause);
  }
}

function asUnreadable(cause: unknown): UnreadableFile {
  if (cause instanceof UnreadableFile) return cause;
  const reason = cause instanceof Error ? cause.message : String(cause);
  if (/encryption/.test(reason)) return encrypted();
  return new UnreadableFile(
    'CORRUPT_FILE',
    `is damaged or incomplete (${reason}); save it again and try again`,
  );
}
