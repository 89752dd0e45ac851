/**
 * Why one request brought no body. The words are ours: errors of the network library may quote the URL, and with it the
 * login.
 */
export class RequestFailure extends Error {
  readonly kind: 'network' | 'server' | 'login' | 'answer';

  constructor(kind: RequestFailure['kind'], message: string) {
    super(message);
    this.name = 'RequestFailure';
    this.kind = kind;
  }

  /** Only the network and the server's own faults may pass by themselves. */
  get passing(): boolean {
    return this.kind === 'network' || this.kind === 'server';
  }
}

const CAUSES: Record<string, string> = {
  ECONNREFUSED: 'the connection is refused',
  ECONNRESET: 'the connection was reset',
  UND_ERR_SOCKET: 'the connection broke off',
  ENOTFOUND: 'the host name is unknown',
  EAI_AGAIN: 'the host name cannot be looked up',
  ETIMEDOUT: 'the connection timed out',
  UND_ERR_CONNECT_TIMEOUT: 'the connection timed out',
  UND_ERR_HEADERS_TIMEOUT: 'no answer came in time',
  UND_ERR_BODY_TIMEOUT: 'the answer stopped half-way',
  CERT_HAS_EXPIRED: 'the certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'the certificate is not trusted',
};

/** The failure that an error of fetch stands for. */
export function toFailure(error: unknown): RequestFailure {
  if (error instanceof RequestFailure) return error;
  if (error instanceof Error && error.name === 'TimeoutError') {
    return new RequestFailure('network', 'no answer came in time');
  }
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return new RequestFailure('network', CAUSES[code] ?? 'the connection failed');
}
