import { crc32, deflateRawSync } from 'node:zlib';

/** An entry as it is to stand in the package; lies about it are for hostile files. */
export interface ZipEntry {
  name: string;
  content: string | Uint8Array;
  stored?: boolean;
  /** What the directory claims instead of the true length. */
  claimedSize?: number;
  /** What the directory claims instead of the true checksum. */
  claimedCrc?: number;
  /** Flag bits: 1 is encrypted, 0x41 strongly encrypted. */
  flags?: number;
  /** Another way of packing than 0 (stored) or 8 (deflated). */
  method?: number;
}

const UTF8_NAMES = 0x800;

/** The bytes of a zip package with these entries in this order, also such as no honest program would write. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const content = Buffer.from(entry.content);
    const packed = entry.stored ? content : deflateRawSync(content);
    const name = Buffer.from(entry.name);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE((entry.flags ?? 0) | UTF8_NAMES, 2);
    shared.writeUInt16LE(entry.method ?? (entry.stored ? 0 : 8), 4);
    shared.writeUInt16LE(0x21, 8);
    shared.writeUInt32LE(entry.claimedCrc ?? crc32(content), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(entry.claimedSize ?? content.length, 18);
    shared.writeUInt16LE(name.length, 22);
    files.push(signature(0x04034b50), shared, name, packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(signature(0x02014b50), Buffer.from([20, 0]), shared, tail, name);
    offset += 30 + name.length + packed.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...files, ...directory, signature(0x06054b50), end]);
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
