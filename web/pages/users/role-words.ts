import { ROLES, type Role } from '#src/domain/user.ts';

export const ROLE_WORDS: Record<Role, { name: string; means: string }> = {
  ADMIN: { name: 'Administrator', means: 'everything, in every hospital' },
  SCHEDULER: {
    name: 'Scheduler',
    means: 'imports, changes and promotes, people and settings, in the own department',
  },
  VIEWER: { name: 'Viewer', means: 'reads everything of the own department' },
  USER: { name: 'User', means: 'asks who reads what, sees the own duties' },
};

export const ROLE_OPTIONS = ROLES.map((value) => ({
  value,
  label: `${ROLE_WORDS[value].name}: ${ROLE_WORDS[value].means}`,
}));
