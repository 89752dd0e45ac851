import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { clientTypes } from './client-types.ts';
import { apiDocument } from './read-api-document.ts';

/** Writes the types of the page's client anew, from the document that the server makes of its schemas. */
await writeFile(
  join(import.meta.dirname, '..', 'web', 'client', 'api.generated.ts'),
  clientTypes(await apiDocument()),
);
