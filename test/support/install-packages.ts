import { execFile } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/** Asked by Debian before a package starts its service; 101 says no. */
const SERVICE_POLICY = '/usr/sbin/policy-rc.d';

/**
 * Installs Debian's packages for a program that tests need, as root on Debian or Ubuntu, unless SCHEDCU_TEST_INSTALL=never.
 * Null once they are installed, else why they are not. A package's own service is not started.
 */
export async function installPackages(program: string, packages: readonly string[]): Promise<string | null> {
  if (process.env['SCHEDCU_TEST_INSTALL'] === 'never') {
    return `${program} is missing, and SCHEDCU_TEST_INSTALL=never forbids to install it`;
  }
  const system = await readFile('/etc/os-release', 'utf8').catch(() => '');
  if (process.getuid?.() !== 0 || !/^ID(_LIKE)?=.*(debian|ubuntu)/m.test(system)) {
    return `${program} is missing, and only root on Debian or Ubuntu can install it here`;
  }
  process.stderr.write(`Tests need ${program}, which is missing: installing it with apt-get.\n`);
  const apt = async (...args: string[]): Promise<void> => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await promisify(execFile)('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], { env });
  };
  const forbidden = await writeFile(SERVICE_POLICY, '#!/bin/sh\nexit 101\n', {
    flag: 'wx',
    mode: 0o755,
  }).then(
    () => true,
    // There is one already.
    () => false,
  );
  try {
    await apt('update', '--quiet');
    await apt('install', '--yes', '--quiet', '--no-install-recommends', ...packages);
    return null;
  } catch (cause) {
    return `${program} is missing, and apt-get could not install it: ${cause instanceof Error ? cause.message : cause}`;
  } finally {
    if (forbidden) await rm(SERVICE_POLICY, { force: true });
  }
}
