import { Client } from 'pg';
import { DATABASE_USER } from './data-folder.ts';
import { SOCKET_PORT } from './socket-folder.ts';

/** What `pg.Pool` and `pg.Client` need to reach the database. */
export interface EmbeddedConnection {
  /** Folder of the unix socket. */
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
  readonly ssl: false;
}

const DATABASE_NAME = 'schedcu';
const WATCH_NAME = 'schedcu watch';

export function connectionFor(socketFolder: string, database = DATABASE_NAME): EmbeddedConnection {
  return { host: socketFolder, port: SOCKET_PORT, user: DATABASE_USER, database, ssl: false };
}

/** One idle connection: it breaks the moment the server goes, whoever runs the server. */
export interface ServerWatch {
  /** Settles when the connection is gone. */
  readonly broken: Promise<void>;
  /** Whether other processes use the server: each has a connection like this one. */
  hasOthers(): Promise<boolean>;
  close(): Promise<void>;
}

/** Connects, and creates the product's database where a new cluster lacks it. Rejects while the server takes no one. */
export async function watchServer(socketFolder: string): Promise<ServerWatch> {
  const client = new Client({
    ...connectionFor(socketFolder, 'postgres'),
    application_name: WATCH_NAME,
    connectionTimeoutMillis: 5000,
  });
  const broken = new Promise<void>((resolve) => {
    client.once('end', () => resolve());
    // A listener is needed for the error that comes before the end; the end is what counts.
    client.on('error', () => resolve());
  });
  await client.connect();
  try {
    await createDatabase(client);
  } catch (error) {
    await client.end();
    throw error;
  }
  // Only what the program itself does keeps it running, not this watch; but its orderly end is waited for.
  const socket = socketOf(client);
  socket.unref?.();
  return {
    broken,
    hasOthers: async () => {
      const others = 'SELECT 1 FROM pg_stat_activity WHERE application_name = $1 AND pid <> pg_backend_pid()';
      return (await client.query(others, [WATCH_NAME])).rowCount !== 0;
    },
    close: () => {
      socket.ref?.();
      return client.end();
    },
  };
}

async function createDatabase(client: Client): Promise<void> {
  const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE_NAME]);
  if (found.rowCount !== 0) return;
  try {
    await client.query(`CREATE DATABASE ${DATABASE_NAME}`);
  } catch (error) {
    if (!ALREADY_THERE.includes((error as { code?: string }).code ?? '')) throw error;
  }
}

/** duplicate_database; unique_violation, when two create it in the same moment. */
const ALREADY_THERE = ['42P04', '23505'];

interface Holding {
  ref?: () => void;
  unref?: () => void;
}

function socketOf(client: Client): Holding {
  return (client as unknown as { connection: { stream: Holding } }).connection.stream;
}
