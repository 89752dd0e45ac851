import type { Schemas } from '#web/client/api.ts';

/** `12 added, 1 updated, 30 as they were.` */
export const importText = ({ added, updated, unchanged }: Schemas['RegistryImport']): string =>
  `${added} added, ${updated} updated, ${unchanged} as they were.`;
