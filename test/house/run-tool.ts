import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const PACKAGES = path.join(import.meta.dirname, '../../node_modules');

/** How a tool ended and what it said. */
export interface ToolRun {
  status: number;
  output: string;
  complaints: string;
}

/** Runs the command of an installed package in `root`, as `npx` does; a non-zero status is an answer, not an error. */
export function runTool(
  root: string,
  packageName: string,
  command: string,
  args: string[],
): Promise<ToolRun> {
  const manifest = readFileSync(path.join(PACKAGES, packageName, 'package.json'), 'utf8');
  const { bin } = JSON.parse(manifest) as { bin: Record<string, string> };
  const script = path.join(PACKAGES, packageName, bin[command] ?? command);
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [script, ...args],
      { cwd: root, maxBuffer: 64 * 1024 * 1024 },
      (failure, stdout, stderr) => {
        if (failure && typeof failure.code !== 'number') reject(failure);
        else resolve({ status: failure ? Number(failure.code) : 0, output: stdout, complaints: stderr });
      },
    );
  });
}
