import { error, type ValidationMessage } from '#src/domain/validation.ts';
import type { WorkbookLimits } from './workbook-limits.ts';

export type FileFaultCode = 'INVALID_FILE_TYPE' | 'FILE_TOO_LARGE' | 'CORRUPT_FILE' | 'ENCRYPTED_FILE';

/**
 * Carries a file's fault out of the callbacks of the zip and XML parsers. It never leaves this room: readWorkbook turns
 * it into the `fault` event.
 */
export class UnreadableFile extends Error {
  readonly code: FileFaultCode;

  /** `reason` is the sentence after the file's name: `is encrypted; save it without a password`. */
  constructor(code: FileFaultCode, reason: string) {
    super(reason);
    this.name = 'UnreadableFile';
    this.code = code;
  }
}

/** The message for a file that cannot be read at all. */
export function faultMessage(
  fileName: string,
  fault: { code: FileFaultCode; message: string },
): ValidationMessage {
  return error(fault.code, `The file "${fileName}" ${fault.message}.`, [], { file: fileName });
}

/** The fault of a file that is too large to be looked at, or null. */
export function findUploadFault(bytes: Uint8Array, limits: WorkbookLimits): UnreadableFile | null {
  if (bytes.length <= limits.uploadBytes) return null;
  const megabytes = (limits.uploadBytes / 1024 / 1024).toFixed(1).replace('.0', '');
  return new UnreadableFile(
    'FILE_TOO_LARGE',
    `is larger than ${megabytes} MB; remove what is not needed and save it again`,
  );
}
