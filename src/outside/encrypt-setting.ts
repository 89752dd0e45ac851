import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { CodedError } from '#src/domain/errors.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

function keyOf(secret: string | null): Buffer {
  if (!secret) {
    throw new CodedError(
      'BAD_REQUEST',
      'Settings are encrypted with SESSION_SECRET, which is not set. Set it and try again.',
    );
  }
  return Buffer.from(hkdfSync('sha256', secret, '', 'schedcu settings', 32));
}

/** AES-256-GCM under a key derived from `secret` (SESSION_SECRET): nonce, tag, text. */
export function encryptSetting(text: string, secret: string | null): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret), nonce);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** The text again. Throws BAD_REQUEST where it was encrypted with another secret. */
export function decryptSetting(stored: Buffer, secret: string | null): string {
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secret), stored.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(stored.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  try {
    return (
      decipher.update(stored.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
    );
  } catch (cause) {
    throw new CodedError(
      'BAD_REQUEST',
      'A setting was encrypted with another SESSION_SECRET. Set it anew.',
      {},
      cause,
    );
  }
}
