import { describe, expect, it } from 'vitest';
import { bodyOf, checkPerson, draftOf, NEW_PERSON } from './person-draft.ts';

const PERSON = {
  ...{ id: '1', name: 'Runa Vesper', email: 'vesper@ashby.test', specialty: 'BOTH' as const, active: true },
  ...{ aliases: ['R. Vesper'], amionId: null, phone: '555-0150', pager: null },
};

describe('a person in a form', () => {
  it('comes back as it went in, without what is only white space', () => {
    const { id: _, active: __, ...body } = PERSON;
    expect(bodyOf(draftOf(PERSON))).toEqual(body);
    expect(bodyOf({ ...draftOf(PERSON), name: ' Runa Vesper ', phone: ' ' })).toEqual({
      ...{ ...body, phone: null },
    });
  });

  it('needs name, email and specialty, and nothing else', () => {
    expect(Object.keys(checkPerson(NEW_PERSON))).toEqual(['name', 'email', 'specialty']);
    expect(checkPerson({ ...draftOf(PERSON), aliases: [], phone: '' })).toEqual({});
  });
});
