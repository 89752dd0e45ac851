import type { Socket } from 'node:net';
import type { FastifyBaseLogger, FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { CodedError } from '#src/domain/errors.ts';
import type { HttpServer } from './http-context.ts';
import {
  inOneLine,
  PROBLEM_TYPE,
  type ProblemAnswer,
  type ProblemCode,
  presentCodedError,
  toProblem,
} from './problem.ts';

/** What the framework finds wrong with a request. Its own words may repeat what was sent, a password for one. */
const REQUEST_FAULTS: Record<number, [ProblemCode, string]> = {
  400: [
    'BAD_REQUEST',
    'The request cannot be read. Its body must be whole, and valid JSON where it says so.',
  ],
  406: [
    'NOT_ACCEPTABLE',
    'This is not answered in any form that you accept. It is JSON, or what /api/docs says.',
  ],
  408: ['REQUEST_TIMEOUT', 'The request took too long to arrive. Send it again.'],
  413: ['PAYLOAD_TOO_LARGE', 'The request is too large. Send less at once.'],
  414: ['URI_TOO_LONG', 'A part of the address is too long. Ids are shorter.'],
  415: [
    'UNSUPPORTED_MEDIA_TYPE',
    'This is not taken in this form. See /api/docs for the content type of the body.',
  ],
  431: ['HEADERS_TOO_LARGE', 'The headers are too large. Send fewer, or shorter ones.'],
};

/** Of the multipart reader, which says 406 for a body that is none. */
const STATUS_OF_CODE: Record<string, number> = { FST_INVALID_MULTIPART_CONTENT_TYPE: 415 };

/** Every error leaves as a problem document; of a bug nothing is shown, and everything logged under the request's id. */
export function answerErrors(server: HttpServer): void {
  server.setErrorHandler<FastifyError>((error, request, reply) => {
    const answer = describeError(error, request);
    if (answer.problem.status >= 500) logFault(request, error);
    else if (error.cause !== undefined) request.log.info({ err: error }, 'Request refused');
    return sendProblem(reply, answer);
  });
}

export function sendProblem(reply: FastifyReply, { problem, headers }: ProblemAnswer): FastifyReply {
  // What the framework refuses before any hook has run has no headers yet.
  const own = { 'x-request-id': problem.requestId, 'x-content-type-options': 'nosniff', ...headers };
  return reply.code(problem.status).headers(own).type(PROBLEM_TYPE).send(JSON.stringify(problem));
}

function logFault(request: FastifyRequest, err: Error): void {
  if (request.raw.destroyed && request.raw.readableAborted) request.log.info('The client went away');
  else request.log.error({ err }, 'Request failed');
}

/** The problem document of any error. */
export function describeError(error: FastifyError | CodedError, request: FastifyRequest): ProblemAnswer {
  const { id } = request;
  if (error instanceof CodedError) return presentCodedError(error, id);
  if (hasZodFastifySchemaValidationErrors(error)) {
    const where = error.validationContext ?? 'request';
    const faults = error.validation.map(({ instancePath, message }) => ({
      ...{ path: `${where}${instancePath === '/' ? '' : instancePath}`, message: message ?? 'is wrong' },
    }));
    const detail = inOneLine(faults.map(({ path, message }) => `${path}: ${message}`));
    return { problem: { ...toProblem(400, 'BAD_REQUEST', detail, id), faults }, headers: {} };
  }
  const status = STATUS_OF_CODE[error.code] ?? error.statusCode ?? 500;
  const fault = REQUEST_FAULTS[status] ?? (status < 500 ? REQUEST_FAULTS[400] : undefined);
  if (fault) {
    const known = REQUEST_FAULTS[status] ? status : 400;
    return { problem: toProblem(known, ...fault, id), headers: {} };
  }
  const detail = 'schedcu has a fault. Report it with the request id.';
  return { problem: toProblem(500, 'INTERNAL', detail, id), headers: {} };
}

const STATUS_OF_PARSER: Record<string, number> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };

/** Answers what is no request at all, before there is anything to route. */
export function answerBrokenConnection(log: FastifyBaseLogger, newId: () => string) {
  return (error: Error & { code?: string }, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
      socket.destroy();
      return;
    }
    const status = STATUS_OF_PARSER[error.code ?? ''] ?? 400;
    const requestId = newId();
    const [code, detail] = REQUEST_FAULTS[status] ?? (['BAD_REQUEST', ''] as const);
    const problem = toProblem(status, code, detail, requestId);
    log.info({ reqId: requestId, status, code: error.code }, 'Refused what is no request');
    const body = JSON.stringify(problem);
    socket.end(
      `HTTP/1.1 ${status} ${problem.title}\r\nContent-Type: ${PROBLEM_TYPE}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
    );
  };
}
