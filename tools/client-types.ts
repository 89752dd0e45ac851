/** The types of an OpenAPI 3.1 document, in the shape that openapi-fetch reads (`paths`, `components`). */

interface Schema {
  $ref?: string;
  type?: string | string[];
  description?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  items?: Schema;
  prefixItems?: Schema[];
  format?: string;
  contentMediaType?: string;
}

interface Content {
  content?: Record<string, { schema?: Schema }>;
}

interface Operation {
  summary?: string;
  parameters?: { name: string; in: string; required?: boolean; description?: string; schema?: Schema }[];
  requestBody?: Content & { required?: boolean };
  responses?: Record<string, Content>;
}

export interface ApiDocument {
  paths?: Record<string, object | undefined>;
  components?: { schemas?: object };
}

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];
const PLACES = ['query', 'header', 'path', 'cookie'];
const NO_PARAMETERS = 'parameters: { query?: never; header?: never; path?: never; cookie?: never };';
const NAME = /^[A-Za-z_$][\w$]*$/;

export function clientTypes({ paths = {}, components = {} }: ApiDocument): string {
  const schemas = Object.entries((components.schemas ?? {}) as Record<string, Schema>);
  const parts = Object.entries(paths as Record<string, Record<string, Operation>>);
  return [
    '/** Written by `npm run generate:client` from the OpenAPI document of the server; do not edit. */',
    block('export interface paths', parts.map(pathEntry)),
    `${block('export interface components', [
      `schemas: ${braces(schemas.map(([name, schema]) => member(name, schema, true)))};`,
    ])}\n`,
  ].join('\n\n');
}

const block = (head: string, lines: string[]): string => `${head} ${braces(lines)}`;

const braces = (lines: string[]): string => (lines.length === 0 ? '{}' : `{\n${indent(lines.join('\n'))}\n}`);

const indent = (text: string): string => text.replace(/^(?=.)/gm, '  ');

const key = (name: string): string => (NAME.test(name) ? name : `'${name}'`);

const comment = (text: string | undefined): string =>
  text ? `/** ${text.replaceAll('*/', '* /').replaceAll('\n', ' ')} */\n` : '';

const member = (name: string, schema: Schema, required: boolean): string =>
  `${comment(schema.description)}${key(name)}${required ? '' : '?'}: ${typeOf(schema)};`;

const pathEntry = ([path, methods]: [string, Record<string, Operation>]): string =>
  `'${path}': ${braces([
    NO_PARAMETERS,
    ...METHODS.map((method) => {
      const operation = methods[method];
      if (!operation) return `${method}?: never;`;
      return `${comment(operation.summary)}${method}: ${operationType(operation)};`;
    }),
  ])};`;

function operationType({ parameters = [], requestBody, responses = {} }: Operation): string {
  const places = PLACES.map((place) => {
    const here = parameters.filter((parameter) => parameter.in === place);
    if (here.length === 0) return `${place}?: never;`;
    const lines = here.map(({ name, schema = {}, required = false, description }) =>
      member(name, description ? { ...schema, description } : schema, required),
    );
    return `${place}${here.some(({ required }) => required) ? '' : '?'}: ${braces(lines)};`;
  });
  const body = requestBody
    ? `requestBody${requestBody.required ? '' : '?'}: { content: ${contentType(requestBody)} };`
    : 'requestBody?: never;';
  const answers = Object.entries(responses).map(([status, response]) => {
    const content = response.content ? `content: ${contentType(response)}` : 'content?: never';
    return `${/^\d+$/.test(status) ? status : key(status)}: { headers: { [name: string]: unknown }; ${content} };`;
  });
  const given = parameters.length === 0 ? NO_PARAMETERS : `parameters: ${braces(places)};`;
  return braces([given, body, `responses: ${braces(answers)};`]);
}

const contentType = ({ content = {} }: Content): string =>
  braces(Object.entries(content).map(([media, { schema = {} }]) => `'${media}': ${typeOf(schema)};`));

const PLAIN: Record<string, string> = {
  string: 'string',
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
  null: 'null',
};

function typeOf(schema: Schema): string {
  if (schema.$ref) return `components['schemas']['${schema.$ref.split('/').at(-1)}']`;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return union(schema.enum.map((value) => JSON.stringify(value).replaceAll('"', "'")));
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return union(either.map(typeOf));
  if (schema.allOf) return schema.allOf.map(typeOf).join(' & ');
  if (Array.isArray(schema.type)) return union(schema.type.map((type) => typeOf({ ...schema, type })));
  if (schema.type === 'array') return arrayType(schema);
  if (schema.type === 'object' || schema.properties) return objectType(schema);
  return PLAIN[schema.type ?? ''] ?? 'unknown';
}

function arrayType({ items, prefixItems }: Schema): string {
  if (prefixItems) return `[${prefixItems.map(typeOf).join(', ')}]`;
  const inner = typeOf(items ?? {});
  return /[|&]/.test(inner) ? `(${inner})[]` : `${inner}[]`;
}

function objectType({ properties = {}, required = [], additionalProperties = false }: Schema): string {
  const lines = Object.entries(properties).map(([name, schema]) =>
    member(name, schema, required.includes(name)),
  );
  if (additionalProperties !== false) {
    const rest = additionalProperties === true ? 'unknown' : typeOf(additionalProperties);
    return braces([...lines, `[name: string]: ${lines.length === 0 ? rest : 'unknown'};`]);
  }
  return lines.length === 0 ? 'Record<string, never>' : braces(lines);
}

const union = (types: string[]): string => [...new Set(types)].join(' | ');
