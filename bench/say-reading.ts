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
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const cost: ReadingCost = { rows, cpuMs: (userCPUTime + systemCPUTime) / 1000, peakMb: maxRSS / 1024 };
  process.stdout.write(JSON.stringify(cost));
}
