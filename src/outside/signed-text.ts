import { createHmac, timingSafeEqual } from 'node:crypto';

const signatureOf = (body: string, secret: string): Buffer =>
  createHmac('sha256', secret).update(body).digest();

/** A text that a browser may keep for us and cannot change; it can read it. */
export function signText(text: string, secret: string): string {
  const body = Buffer.from(text).toString('base64url');
  return `${body}.${signatureOf(body, secret).toString('base64url')}`;
}

/** The text again, or null where it was not signed with this secret. */
export function readSignedText(signed: string, secret: string): string | null {
  const [body = '', signature = ''] = signed.split('.');
  const given = Buffer.from(signature, 'base64url');
  const expected = signatureOf(body, secret);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  return Buffer.from(body, 'base64url').toString();
}
