type Node = Record<string, unknown>;

/**
 * An OpenAPI document as people would have written it: a format is not spelt out as a pattern once more, and a body that may
 * be null is one that may be left out.
 */
export function simplifyDocument<T>(document: T): T {
  return simplified(document) as T;
}

function simplified(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(simplified);
  if (value === null || typeof value !== 'object') return value;
  const node = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, simplified(inner)]));
  if (isSpeltOut(node)) delete node['pattern'];
  const body = node['requestBody'];
  return isNode(body) ? { ...node, requestBody: optionalBody(body) } : node;
}

/** `type` is a text: of a schema's properties called so it would be a schema. */
const isSpeltOut = ({ type, format, pattern }: Node): boolean =>
  type === 'string' && typeof format === 'string' && typeof pattern === 'string';

function optionalBody(body: Node): Node {
  const { content } = body;
  if (!isNode(content)) return body;
  const plain = Object.entries(content).map(([type, media]): [string, { schema: Node | null }] => {
    const schema = isNode(media) ? media['schema'] : null;
    return [type, { schema: isNode(schema) ? withoutNull(schema) : null }];
  });
  if (plain.length === 0 || plain.some(([, { schema }]) => schema === null)) return body;
  return { ...body, required: false, content: Object.fromEntries(plain) };
}

/** The schema that is meant beside null; null where there is no such choice. */
function withoutNull({ anyOf }: Node): Node | null {
  if (!Array.isArray(anyOf) || anyOf.length !== 2) return null;
  const [first, second] = anyOf as Node[];
  return first && second?.['type'] === 'null' ? first : null;
}

const isNode = (value: unknown): value is Node => value !== null && typeof value === 'object';
