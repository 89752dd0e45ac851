import { createInterface } from 'node:readline';
import { Pool } from 'pg';
import { openEmbeddedDatabase } from '#src/outside/embedded-postgres/open-embedded-database.ts';

// A program that uses an embedded database as the product does: started by tests as a process of its own, told what to
// do line by line, answering each line with one line of JSON.

const [folder = '', rootMethod] = process.argv.slice(2);

function answer(document: Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify(document)}\n`);
}

try {
  const database = await openEmbeddedDatabase(
    folder,
    rootMethod === 'namespace' || rootMethod === 'nobody' ? { rootMethods: [rootMethod] } : {},
  );
  const pool = new Pool(database.connection);
  // An idle connection that breaks is replaced by the pool.
  pool.on('error', () => undefined);
  answer({ opened: true, runsServer: database.runsServer(), connection: database.connection });
  for await (const line of createInterface({ input: process.stdin })) {
    if (line === 'close') break;
    try {
      await database.whenReady();
      const { rows } = line === 'status' ? { rows: [] } : await pool.query(line);
      answer({ rows, runsServer: database.runsServer() });
    } catch (error) {
      answer({ failure: String(error) });
    }
  }
  await pool.end();
  await database.close();
  answer({ closed: true });
} catch (error) {
  answer({ failure: String(error), code: (error as { code?: string }).code });
  process.exitCode = 1;
}
