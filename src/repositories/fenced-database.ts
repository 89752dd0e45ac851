import {
  type DatabaseConnection,
  Kysely,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
  type TransactionSettings,
} from 'kysely';
import { CodedError } from '#src/domain/errors.ts';
import { codedPool, type Database } from './database.ts';
import { holdAttemptQuery, type JobAttempt } from './job-claims.ts';
import type { DB } from './schema.generated.ts';

/**
 * The same database for one attempt of a job: every transaction begins by holding the attempt and is refused with CONFLICT
 * once that counts no more (cancelled, out of time, or taken over), so that nothing of it can be committed.
 */
export function fencedDatabase(database: Database, attempt: JobAttempt): Database {
  const config: PostgresDialectConfig = { pool: codedPool(database.pool) };
  const dialect = new PostgresDialect(config);
  dialect.createDriver = () => new FencedDriver(config, attempt);
  return { ...database, db: new Kysely<DB>({ dialect }) };
}

class FencedDriver extends PostgresDriver {
  readonly #attempt: JobAttempt;

  constructor(config: PostgresDialectConfig, attempt: JobAttempt) {
    super(config);
    this.#attempt = attempt;
  }

  /** The connection is one of this driver's own. */
  async #rollBack(connection: DatabaseConnection): Promise<void> {
    await this.rollbackTransaction(connection as Parameters<PostgresDriver['rollbackTransaction']>[0]);
  }

  override async beginTransaction(
    connection: DatabaseConnection,
    settings: TransactionSettings,
  ): Promise<void> {
    await super.beginTransaction(connection, settings);
    try {
      const { rows } = await connection.executeQuery(holdAttemptQuery(this.#attempt));
      if (rows.length > 0) return;
    } catch (cause) {
      await this.#rollBack(connection).catch(() => undefined);
      throw cause;
    }
    await this.#rollBack(connection);
    const { id, attempt } = this.#attempt;
    throw new CodedError(
      'CONFLICT',
      `Attempt ${attempt} of job ${id} counts no more; nothing of it is stored.`,
    );
  }
}
