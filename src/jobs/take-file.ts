import type { GivenFile } from '#src/services/service-context.ts';
import type { Services } from '#src/services/services.ts';

interface NamedFile {
  name: string;
  checksum: string;
}

/** The bytes of a file that a payload names. NOT_FOUND once the retention time is over. */
export async function takeFile(services: Services, { name, checksum }: NamedFile): Promise<GivenFile> {
  return { name, bytes: await services.jobs.takeFile(checksum) };
}

export async function takeFiles(services: Services, files: readonly NamedFile[]): Promise<GivenFile[]> {
  return await Promise.all(files.map((file) => takeFile(services, file)));
}
