import { CodedError } from '#src/domain/errors.ts';
import type { ValidationResult } from '#src/domain/validation.ts';

/** A file with an ERROR, of which nothing was stored, is a problem document (422) with everything that was found in it. */
export function requireStored(validation: ValidationResult): void {
  if (validation.canImport) return;
  const errors = validation.messages.filter(({ severity }) => severity === 'ERROR').length;
  const has = errors === 1 ? 'an error' : `${errors} errors`;
  const says = `The file has ${has}; nothing of it was stored. Mend it and send it again.`;
  throw new CodedError('BAD_REQUEST', says, { validation });
}
