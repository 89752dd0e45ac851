import type { FileFaultCode } from '#src/sources/matrix/unreadable-file.ts';

/** A file that must get a coded error. */
export interface HostileFile {
  name: string;
  /** Made when asked for: some are large. */
  make: () => Uint8Array;
  code: FileFaultCode;
}
