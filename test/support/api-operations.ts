/** The operations of an OpenAPI document, and requests that fit them, made from nothing but their schemas. */
export interface JsonSchema {
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  minimum?: number;
  minLength?: number;
  minItems?: number;
  pattern?: string;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
}

export interface Operation {
  /** `copyVersion` */
  id: string;
  /** `POST /api/versions/{id}/copy` */
  name: string;
  method: string;
  path: string;
  /** What its route says that it needs. */
  needs: string;
  pathFields: string[];
  query: Record<string, { schema: JsonSchema; required: boolean }>;
  /** Schema of the body by its content type. */
  bodies: Record<string, JsonSchema>;
  /** In which forms it answers 200. */
  forms: string[];
}

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema: JsonSchema;
}

interface DocumentedOperation {
  operationId: string;
  'x-needs': string;
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: JsonSchema }> };
  responses: Record<string, { content?: Record<string, unknown> }>;
}

interface ApiDocument {
  paths: Record<string, Record<string, DocumentedOperation>>;
  components: { schemas: Record<string, unknown> };
}

export function listOperations(document: ApiDocument): Operation[] {
  const paths = resolved(document.paths, document.components.schemas) as ApiDocument['paths'];
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => {
      const parameters = operation.parameters ?? [];
      const query = parameters.filter((parameter) => parameter.in === 'query');
      return {
        id: operation.operationId,
        name: `${method.toUpperCase()} ${path}`,
        method: method.toUpperCase(),
        path,
        needs: operation['x-needs'],
        pathFields: [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => String(name)),
        query: Object.fromEntries(
          query.map(({ name, schema, required }) => [name, { schema, required: required === true }]),
        ),
        bodies: Object.fromEntries(
          Object.entries(operation.requestBody?.content ?? {}).map(([type, { schema }]) => [type, schema]),
        ),
        forms: Object.keys(operation.responses['200']?.content ?? {}),
      };
    }),
  );
}

/** With each named schema in the place of its reference. */
function resolved(value: unknown, schemas: Record<string, unknown>): unknown {
  if (Array.isArray(value)) return value.map((one) => resolved(one, schemas));
  if (value === null || typeof value !== 'object') return value;
  if ('$ref' in value) return resolved(schemas[String(value.$ref).split('/').at(-1) ?? ''], schemas);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, resolved(inner, schemas)]));
}

/** A value that fits a schema; values that the schema cannot know stand in `known` by their name. */
function sampleOf(schema: JsonSchema, known: Record<string, unknown>, name = ''): unknown {
  if (name in known) return known[name];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf) return sampleOf(schema.anyOf[0] ?? {}, known);
  const type = [schema.type].flat()[0];
  if (type === 'object') return sampleObject(schema, known);
  if (type === 'array')
    return Array.from({ length: schema.minItems ?? 0 }, () => sampleOf(schema.items ?? {}, known));
  if (type === 'integer' || type === 'number') return schema.minimum ?? 1;
  if (type === 'boolean') return false;
  return (
    { date: '2026-04-08', 'date-time': '2026-04-08T02:30:00Z', uuid: UNKNOWN_ID }[schema.format ?? ''] ??
    'sample text'
  );
}

/** What is required, and what `known` has a value for. */
export function sampleObject(schema: JsonSchema, known: Record<string, unknown>): Record<string, unknown> {
  const required = new Set(schema.required ?? []);
  const chosen = Object.entries(schema.properties ?? {}).filter(
    ([name]) => required.has(name) || name in known,
  );
  return Object.fromEntries(chosen.map(([name, inner]) => [name, sampleOf(inner, known, name)]));
}

export const UNKNOWN_ID = '0198f0de-0000-7000-8000-000000000000';

/** A value of another type than the schema asks for; undefined where every value fits. */
export function wrongFor(schema: JsonSchema): unknown {
  const types = [schema.type, ...(schema.anyOf ?? []).map(({ type }) => type)].flat().filter(Boolean);
  if (types.length === 0 && !schema.enum) return undefined;
  return types.includes('object') ? 'text' : { wrong: [null] };
}

/** A text that is none of the values of a query or form; undefined where every text fits. */
export function wrongTextFor(schema: JsonSchema): string | undefined {
  const isNarrow = schema.enum ?? schema.format ?? schema.pattern;
  const types = [schema.type].flat();
  return isNarrow || types.includes('integer') || types.includes('boolean') ? 'no such \u{1F989}' : undefined;
}

export interface FormPart {
  name: string;
  value: string;
  fileName?: string;
}

const BOUNDARY = 'walking-the-document';
export const FORM_TYPE = `multipart/form-data; boundary=${BOUNDARY}`;

/** A form as it goes over the wire. */
export function toForm(parts: readonly FormPart[]): string {
  const texts = parts.map(({ name, value, fileName }) => {
    const file = fileName ? `; filename="${fileName}"\r\nContent-Type: application/octet-stream` : '';
    return `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n${value}\r\n`;
  });
  return `${texts.join('')}--${BOUNDARY}--\r\n`;
}

/** The parts of a form that fits a schema. */
export function sampleParts(schema: JsonSchema, known: Record<string, unknown>): FormPart[] {
  const properties = schema.properties ?? {};
  return Object.entries(sampleObject(schema, known)).map(([name, value]) =>
    properties[name]?.format === 'binary'
      ? { name, value: 'a,b\r\n', fileName: 'sample.csv' }
      : { name, value: String(value) },
  );
}
