import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const PROJECT = path.join(import.meta.dirname, '../..');

/** A folder of its own with the project's rules and packages, and the files that a test plants in it. */
export interface PlantedTree {
  root: string;
  plant(file: string, text: string): void;
  remove(): void;
}

/** Copies the files named (from the project's root) and links every installed package, so that more can be added. */
export function plantTree(copied: readonly string[]): PlantedTree {
  const root = mkdtempSync(path.join(tmpdir(), 'house-'));
  for (const file of copied) cpSync(path.join(PROJECT, file), path.join(root, file));
  mkdirSync(path.join(root, 'node_modules'));
  for (const name of readdirSync(path.join(PROJECT, 'node_modules')))
    symlinkSync(path.join(PROJECT, 'node_modules', name), path.join(root, 'node_modules', name));
  return {
    root,
    plant(file, text) {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), text);
    },
    remove: () => rmSync(root, { recursive: true }),
  };
}
