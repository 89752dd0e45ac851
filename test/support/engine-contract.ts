import { describeAsking } from './contract-of-asking.ts';
import { describeFaults } from './contract-of-faults.ts';
import { describeWorkers } from './contract-of-workers.ts';
import type { TestQueue } from './queue.ts';

/** What both engines must do, on real servers. */
export function describeEngine(name: string, queue: TestQueue): void {
  describeAsking(name, queue);
  describeFaults(name, queue);
  describeWorkers(name, queue);
}
