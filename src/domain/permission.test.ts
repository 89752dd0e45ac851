import { describe, expect, it } from 'vitest';
import { type Permission, permissionsOf, type Scope } from './permission.ts';
import type { Role } from './user.ts';

describe('what somebody may do', () => {
  it.each<[string, Role, readonly Scope[] | null, Permission[]]>([
    ['an administrator everything', 'ADMIN', null, ['ask', 'own', 'read', 'schedule', 'administer']],
    ['a scheduler', 'SCHEDULER', null, ['ask', 'own', 'read', 'schedule']],
    ['whoever only looks', 'VIEWER', null, ['ask', 'own', 'read']],
    ['a radiologist', 'USER', null, ['ask', 'own']],
    ['a token for asking may see what is its owner’s', 'ADMIN', ['ask'], ['ask', 'own']],
    ['a wider scope includes the narrower ones', 'ADMIN', ['schedule'], ['ask', 'own', 'read', 'schedule']],
    ['the role bounds a scope', 'VIEWER', ['administer'], ['ask', 'own', 'read']],
    ['a token without a scope', 'ADMIN', [], []],
  ])('%s', (_, role, scopes, expected) => {
    expect(permissionsOf(role, scopes)).toEqual(expected);
  });
});
