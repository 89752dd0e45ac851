import type { UserId } from '#src/domain/ids.ts';
import type { Db } from '#src/repositories/database.ts';
import { putSourceFile } from '#src/repositories/source-files.ts';
import { checksumOf } from './import-batch.ts';
import type { GivenFile } from './service-context.ts';

/** How a job's payload names a file whose bytes are in the database. */
export interface KeptFile {
  name: string;
  checksum: string;
}

const NAME_LENGTH = 255;

export const nameOfFile = (file: GivenFile): KeptFile => ({
  name: file.name.slice(-NAME_LENGTH),
  checksum: checksumOf([file]),
});

/** Keeps a file's bytes so that any worker can read them. */
export async function keepFile(db: Db, file: GivenFile, by: UserId): Promise<KeptFile> {
  const kept = nameOfFile(file);
  const content = Buffer.from(file.bytes);
  await putSourceFile(db, { checksum: kept.checksum, fileName: kept.name, content, createdBy: by });
  return kept;
}
