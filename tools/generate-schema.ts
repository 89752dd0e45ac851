import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openDatabase } from '#src/repositories/database.ts';
import { connectTo, startTestServer } from '#test/support/test-server.ts';
import { schemaText } from './schema-text.ts';
import { schemaTypes } from './schema-types.ts';

const repositories = join(import.meta.dirname, '..', 'src', 'repositories');

/** Writes the row types and the schema's text anew, from a throwaway database with every migration applied. */
const server = await startTestServer();
try {
  const { db, close } = openDatabase(connectTo(server.connection, server.template));
  try {
    await writeFile(join(repositories, 'schema.generated.ts'), await schemaTypes(db));
    await writeFile(join(repositories, 'schema.sql'), await schemaText(db));
  } finally {
    await close();
  }
} finally {
  await server.stop();
}
