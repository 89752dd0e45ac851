import { RequestFailure, toFailure } from './request-failure.ts';

interface RequestLimits {
  timeoutMs: number;
  maxBytes: number;
}

/**
 * One request: the body of an answer with status 200. Rejects with RequestFailure, or with the signal's reason when that
 * aborts. Redirections are not followed, for they would carry the login elsewhere.
 */
export async function requestReport(
  url: string,
  { timeoutMs, maxBytes }: RequestLimits,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { accept: 'text/plain, text/html, */*' },
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    const failure = failureOf(response.status, maxBytes, Number(response.headers.get('content-length') ?? 0));
    if (failure) {
      await response.body?.cancel();
      throw failure;
    }
    return await readBody(response, maxBytes);
  } catch (error) {
    signal?.throwIfAborted();
    throw toFailure(error);
  }
}

function failureOf(status: number, maxBytes: number, length: number): RequestFailure | null {
  if (status >= 500) return new RequestFailure('server', `it answers with status ${status}`);
  if (status === 401 || status === 403)
    return new RequestFailure('login', `it answers with status ${status}`);
  if (status === 429) return new RequestFailure('answer', 'it answers with status 429: asked too often');
  if (status >= 300 && status < 400) {
    return new RequestFailure('answer', `it redirects (status ${status}): correct the Amion base address`);
  }
  if (status !== 200) return new RequestFailure('answer', `it answers with status ${status}`);
  return length > maxBytes ? tooLarge(maxBytes) : null;
}

async function readBody(response: Response, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const tooLarge = (maxBytes: number): RequestFailure =>
  new RequestFailure('answer', `its answer is larger than ${maxBytes} bytes`);
