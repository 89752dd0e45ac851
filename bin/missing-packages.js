import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {{ version?: string, integrity?: string, link?: boolean, dev?: boolean, devOptional?: boolean,
 *   optional?: boolean, os?: string[] | string, cpu?: string[] | string,
 *   optionalDependencies?: Record<string, string> }} LockEntry
 */

/**
 * Lists the packages (their folders) that package-lock.json wants and that are not installed in that very version.
 * What npm installed it wrote down in node_modules/.package-lock.json, at the very end; so nothing is there after an
 * installation that was broken off. Packages for tests and checks count only with `dev`.
 *
 * @param {string} root the project's folder
 * @param {{ dev: boolean }} scope
 * @returns {string[]}
 */
export function findMissingPackages(root, { dev }) {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const installed = readPackages(join(root, 'node_modules', '.package-lock.json'));
  const ours = Object.keys(wanted['']?.optionalDependencies ?? {}).map((name) => `node_modules/${name}`);
  return Object.entries(wanted)
    .filter(([folder, entry]) => folder !== '' && (dev || !(entry.dev || entry.devOptional)))
    .filter(([folder, entry]) => {
      const found = installed[folder];
      if (found === undefined && entry.optional) {
        // npm may leave out optional packages for good reasons; only our own for this machine are needed.
        return ours.includes(folder) && isForThisMachine(entry);
      }
      return !isSamePackage(entry, found) || !existsSync(join(root, folder, 'package.json'));
    })
    .map(([folder]) => folder);
}

/**
 * @param {string} file
 * @returns {Record<string, LockEntry>}
 */
function readPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {};
}

/**
 * @param {LockEntry} wanted
 * @param {LockEntry | undefined} found
 */
function isSamePackage(wanted, found) {
  if (found === undefined) return false;
  return wanted.version === found.version && (!wanted.integrity || wanted.integrity === found.integrity);
}

/** @param {LockEntry} entry */
function isForThisMachine({ os, cpu }) {
  return (!os || os.includes(process.platform)) && (!cpu || cpu.includes(process.arch));
}
