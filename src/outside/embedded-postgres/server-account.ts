import { stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { CodedError } from '#src/domain/errors.ts';
import { runProgram } from './run-program.ts';

/** As whom the server runs: PostgreSQL refuses to run as root and wants to own its folder. */
export interface ServerAccount {
  /** Owner that the server's files must have, as this process sees it. */
  readonly uid: number;
  readonly gid: number;
  /** Goes before the command of the server. */
  readonly prefix: readonly string[];
}

const NOBODY = 65534;
/** Sends a fast shutdown when the process that started the server dies, however it dies. */
const END_WITH_PARENT = ['setpriv', '--pdeathsig', 'INT'];
const NAMESPACE = ['unshare', '-U', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];

export type RootMethod = 'namespace' | 'nobody';

/**
 * Chooses the account for a data folder. A normal user runs the server as is. Root runs it as the owner of a folder that
 * belongs to someone else; for a folder of its own as nobody inside a user namespace, and where namespaces are
 * forbidden (most containers) as the real nobody. The account must be able to reach both the folder and the program.
 */
export async function chooseServerAccount(
  folder: string,
  program: string,
  rootMethods: readonly RootMethod[] = ['namespace', 'nobody'],
): Promise<ServerAccount> {
  const candidates = await listCandidates(folder, rootMethods);
  for (const account of candidates) {
    const probe = ['/bin/sh', '-c', 'test -x "$1" && test -x "$2"', 'probe', folder, program];
    if ((await runProgram([...account.prefix, ...probe])).status === 0) return account;
  }
  throw new CodedError(
    'UNAVAILABLE',
    `PostgreSQL does not run as root, and no other account could be given the folder ${folder}. ` +
      'Run the program as a normal user, choose a data folder that every user can reach (--data DIR), or set DATABASE_URL.',
  );
}

async function listCandidates(
  folder: string,
  rootMethods: readonly RootMethod[],
): Promise<readonly ServerAccount[]> {
  const endWithParent = (await runProgram([...END_WITH_PARENT, 'true'])).status === 0 ? END_WITH_PARENT : [];
  const uid = process.getuid?.() ?? NOBODY;
  const gid = process.getgid?.() ?? NOBODY;
  const inNamespace = { uid, gid, prefix: [...NAMESPACE, ...endWithParent] };
  if (uid !== 0) {
    // initdb wants a name for its user; a bare number (as some containers give) has one only inside a namespace.
    return hasUserName() ? [{ uid, gid, prefix: endWithParent }] : [inNamespace];
  }
  const owner = await stat(folder);
  if (owner.uid !== 0 && owner.uid !== NOBODY) return asOtherUser(owner.uid, owner.gid);
  return rootMethods.flatMap((method) =>
    method === 'namespace' ? [inNamespace] : asOtherUser(NOBODY, NOBODY),
  );
}

/** The second way keeps root's right to pass through folders closed to others, such as a project under /root. */
function asOtherUser(uid: number, gid: number): readonly ServerAccount[] {
  const prefix = ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
  const passing = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
  return [
    { uid, gid, prefix: [...prefix, ...END_WITH_PARENT] },
    { uid, gid, prefix: [...prefix, ...passing, ...END_WITH_PARENT] },
  ];
}

function hasUserName(): boolean {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
}
