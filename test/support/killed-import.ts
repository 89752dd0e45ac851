import type { Department } from '#src/domain/department.ts';
import { openDatabase } from '#src/repositories/database.ts';
import { TEST_CONFIG, wire } from './services.ts';
import { matrixFile, WEEK } from './small-schedule.ts';

/**
 * A program of its own, to be killed in the middle: imports the small matrix. Its arguments are the connection, the
 * department and the actor as JSON.
 */
const [connection = '', department = '', actor = ''] = process.argv.slice(2);
const database = openDatabase({ ...JSON.parse(connection), application_name: 'importer to be killed' });
const services = wire(TEST_CONFIG, database, () => '2026-04-08T12:00:00Z');
await services.odsImport.importOdsFile({
  ...{
    department: JSON.parse(department) as Department,
    versionId: null,
    ...WEEK,
    file: matrixFile(),
    actor: JSON.parse(actor),
  },
});
await database.close();
