import { type DestinationStream, type Logger, pino, stdSerializers } from 'pino';

/** Values under these names are never written, wherever they stand. */
const SECRETS = [
  'password',
  'login',
  'amionLogin',
  'token',
  'secret',
  'sessionSecret',
  'authorization',
  'cookie',
  'connectionString',
];

/** Login and password of an address, and the login that Amion takes in its query. */
const IN_ADDRESSES = /(?<=:\/\/)[^\s/@]*@|(?<=[?&]Lo=)[^&\s"]*/g;

const hideInText = (text: string): string =>
  text.replace(IN_ADDRESSES, (found) => (found.endsWith('@') ? '***@' : '***'));

/** One line of JSON for each entry, on standard error unless told otherwise. Secrets are replaced, in addresses too. */
export function openLog(
  level: string,
  destination: DestinationStream = pino.destination({ fd: 2, sync: true }),
): Logger {
  return pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '***' },
      serializers: { err: serializeError },
    },
    destination,
  );
}

/** Message and stack of an error and of what caused it; its other fields (rows, parameters) stay out. */
function serializeError(error: unknown): unknown {
  if (!(error instanceof Error))
    return stdSerializers.err(new Error(hideInText(String((error as Partial<Error>)?.message ?? error))));
  const code = 'code' in error ? String(error.code) : undefined;
  return {
    ...{ type: error.name, message: hideInText(error.message), stack: hideInText(error.stack ?? '') },
    ...(code !== undefined && { code }),
    ...(error.cause !== undefined && { cause: serializeError(error.cause) }),
  };
}
