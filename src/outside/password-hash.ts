import { type Algorithm, hash, verify } from '@node-rs/argon2';

/** argon2id with 19 MiB, two passes and one lane, as OWASP advises. The package's enum is one of types only. */
const PARAMETERS = { algorithm: 2 as Algorithm, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Of no password that anybody knows, with the same parameters: checking it takes as long as checking a real one. */
export const NOBODYS_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$HRQukuCDAUQRsX5jbsGHvA$U/fdRtqbwWTglkc6O4J/POJGyTHVt6+9kYTG7IS3blE';

/** The same characters typed on another keyboard can be other bytes: NFKC makes them one. */
const toBytes = (password: string): string => password.normalize('NFKC');

export const hashPassword = (password: string): Promise<string> => hash(toBytes(password), PARAMETERS);

export const passwordFits = (passwordHash: string, password: string): Promise<boolean> =>
  verify(passwordHash, toBytes(password));
