import { describeEngine } from '#test/support/engine-contract.ts';
import { openTestQueue } from '#test/support/queue.ts';
import { pgBossEngine } from './pg-boss-engine.ts';

const queue = await openTestQueue((connection) => pgBossEngine(connection, () => undefined));

describeEngine('pg-boss', queue);
