import type { RegistryImport } from '#src/services/registry-service.ts';
import type { CliAnswer } from './cli-context.ts';
import { presentMessages } from './present-messages.ts';

/** What an import of people or hospitals answers; with an ERROR nothing of the file is stored. */
export function presentRegistryImport(what: string, result: RegistryImport): CliAnswer {
  const { added, updated, unchanged, validation } = result;
  const counts = `${what}: ${added} added, ${updated} updated, ${unchanged} unchanged.`;
  const head = validation.canImport ? counts : `${what}: nothing was stored, the file has errors.`;
  return {
    document: result,
    text: [head, ...presentMessages(validation.messages, true)],
    status: validation.canImport ? 0 : 2,
  };
}
