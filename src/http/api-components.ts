type Schemas = Record<string, unknown>;

const PREFIX = '#/components/schemas/';
const INPUT = /Input$/;

/**
 * The named schemas of a document, each once and under its own name: what nothing refers to is left out, and a schema that
 * requests and answers share, or that only requests have, loses the suffix that tells the two apart.
 */
export function tidyComponents<T extends object>(document: T): T {
  const { components = {}, ...rest } = document as { components?: { schemas?: Schemas } };
  const { schemas = {} } = components;
  const shown = (name: string): string =>
    JSON.stringify(rename(schemas[name], (one) => one.replace(INPUT, '')));
  const answers = reachable(rest, schemas, (name) => !INPUT.test(name));
  const renamed = (name: string): string => {
    const plain = name.replace(INPUT, '');
    return !answers.has(plain) || shown(plain) === shown(name) ? plain : name;
  };
  const used = [...reachable(rest, schemas, () => true)];
  const kept = used.map((name): [string, unknown] => [renamed(name), rename(schemas[name], renamed)]);
  const sorted = kept.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    ...(rename(rest, renamed) as T),
    components: { ...components, schemas: Object.fromEntries(sorted) },
  };
}

/** The names that the operations lead to, by way of other named schemas too. */
function reachable(from: unknown, schemas: Schemas, counts: (name: string) => boolean): Set<string> {
  const found = new Set<string>();
  const look = (value: unknown): void => {
    for (const name of namesIn(value)) {
      if (found.has(name) || !counts(name)) continue;
      found.add(name);
      look(schemas[name]);
    }
  };
  look(from);
  return found;
}

const namesIn = (value: unknown): string[] => {
  const names: string[] = [];
  rename(value, (name) => {
    names.push(name);
    return name;
  });
  return names;
};

/** A copy whose references go by other names. */
function rename(value: unknown, toName: (name: string) => string): unknown {
  if (Array.isArray(value)) return value.map((one) => rename(one, toName));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === '$ref' && typeof inner === 'string' && inner.startsWith(PREFIX)
        ? PREFIX + toName(inner.slice(PREFIX.length))
        : rename(inner, toName),
    ]),
  );
}
