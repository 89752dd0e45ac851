import { existsSync, readFileSync } from 'node:fs';

/** What reading a file took, of the whole process from its start. */
export interface ReadingCost {
  rows: number;
  /** User and system time of all threads. */
  cpuMs: number;
  /** Most memory held at once (resident set). */
  peakMb: number;
}

/** The last thing that a reading process does: says on stdout, as JSON, what it took. */
export function sayReading(rows: number): void {
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  const cost: ReadingCost = {
    rows,
    cpuMs: (userCPUTime + systemCPUTime) / 1000,
    peakMb: peakKilobytes() / 1024,
  };
  process.stdout.write(JSON.stringify(cost));
}

/** Linux counts what the process that started this one held in that moment to `maxRSS`, too. */
function peakKilobytes(): number {
  const status = '/proc/self/status';
  const [, own] = (existsSync(status) && /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8'))) || [];
  return own === undefined ? process.resourceUsage().maxRSS : Number(own);
}
