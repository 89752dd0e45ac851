/** Versions have no names: the last letters of their ids tell them apart. */
export const versionMark = (id: string): string => id.slice(-6);

export const versionName = (id: string): string => `Version ${versionMark(id)}`;

export const STATUS_NAMES = {
  STAGING: 'Staging',
  PRODUCTION: 'Production',
  ARCHIVED: 'Archived',
} as const;
