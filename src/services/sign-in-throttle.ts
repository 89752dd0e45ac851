import { CodedError } from '#src/domain/errors.ts';
import type { UserId } from '#src/domain/ids.ts';
import { NOBODY } from '#src/domain/user.ts';
import { hashSecret } from '#src/outside/secret.ts';
import { type Db, inTransaction } from '#src/repositories/database.ts';
import { isKnownBrowser } from '#src/repositories/known-browsers.ts';
import { admitAttempt, forgiveAttempt } from '#src/repositories/sign-in-failures.ts';

/** What is counted together, and how many failures are free. */
interface Counter {
  key: Buffer;
  freeTries: number;
  longestWaitMs: number;
}

const HOUR_MS = 60 * 60_000;
const QUARTER_MS = 15 * 60_000;
export const BROWSER_KNOWN_MS = 180 * 24 * HOUR_MS;

/**
 * Slows guessing: from the fifth failure of a name at an address the waiting time doubles from a second to a quarter of an
 * hour, and from the thirtieth of an address, whatever the names, up to half a minute. A browser in which the user has signed
 * in before is counted by itself, so that nobody else's failures, not even at the same address, keep the user out.
 */
export interface SignInThrottle {
  /**
   * Counts an attempt as failed before it is made and answers its counters; TOO_MANY_REQUESTS with `retryAfter` in seconds,
   * uncounted, while one of them has to wait.
   */
  enter(attempt: SignInAttempt): Promise<readonly Counter[]>;
  /** It was no failure: the name's own count begins anew, an address' loses this one. */
  forgive(trx: Db, counters: readonly Counter[]): Promise<void>;
}

export interface SignInAttempt {
  email: string;
  ipAddress: string | null;
  /** The secret of a browser in which somebody has signed in before. */
  browser: string | null;
  /** The user of that name, where there is one. */
  userId: UserId | null;
}

export function signInThrottle(db: Db, now: () => string): SignInThrottle {
  const before = (ms: number): string => new Date(Date.parse(now()) - ms).toISOString();

  const countersOf = async ({
    email,
    ipAddress,
    browser,
    userId,
  }: SignInAttempt): Promise<readonly Counter[]> => {
    const name = email.trim().toLowerCase();
    const own = { freeTries: 5, longestWaitMs: QUARTER_MS };
    const hash = browser && hashSecret(browser);
    // Asked for a name that nobody has too, so that it takes as long.
    if (hash && (await isKnownBrowser(db, userId ?? NOBODY, hash, before(BROWSER_KNOWN_MS)))) {
      return [{ key: hashSecret(`browser\n${name}\n${browser}`), ...own }];
    }
    const address = networkOf(ipAddress);
    return [
      { key: hashSecret(`name\n${name}\n${address}`), ...own },
      { key: hashSecret(`address\n${address}`), freeTries: 30, longestWaitMs: 30_000 },
    ];
  };

  return {
    async enter(attempt) {
      const counters = await countersOf(attempt);
      const times = { now: now(), since: before(HOUR_MS) };
      await inTransaction(db, async (trx) => {
        for (const { key, ...limit } of counters) {
          const wait = await admitAttempt(trx, { keyHash: key, ...limit, ...times });
          if (wait > 0) throw tooMany(Math.ceil(wait / 1_000));
        }
      });
      return counters;
    },
    async forgive(trx, counters) {
      for (const [index, { key }] of counters.entries()) await forgiveAttempt(trx, key, index === 0);
    },
  };
}

function tooMany(seconds: number): CodedError {
  const text = `Too many failed sign-ins. Try again in ${seconds} s.`;
  return new CodedError('TOO_MANY_REQUESTS', text, { retryAfter: seconds });
}

/** An address of version 6 stands for its network: whoever has one has all of them. */
function networkOf(ipAddress: string | null): string {
  if (ipAddress === null) return 'local';
  if (!ipAddress.includes(':') || ipAddress.includes('.')) return ipAddress.replace(/^::ffff:/, '');
  const [head = '', tail = ''] = ipAddress.split('::');
  const left = head.split(':').filter(Boolean);
  const right = tail.split(':').filter(Boolean);
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  return [...left, ...zeros, ...right].slice(0, 4).join(':');
}
