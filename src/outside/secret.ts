import { hash, randomBytes } from 'node:crypto';

/** 256 random bits as text: a session, a token, a link. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is stored of a secret. A random one needs no slow hash. */
export const hashSecret = (secret: string): Buffer => hash('sha256', secret, 'buffer');
