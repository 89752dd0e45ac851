import { SOCKET_PORT } from './socket-folder.ts';

/** The folder of the server's log, inside its own; and how much of it is kept. */
export const LOG_FOLDER = 'log';
export const LOG_FILES_KEPT = 5;
const LOG_FILE_SIZE = '2MB';

/**
 * Arguments for `postgres`. `durable: false` gives up safety against a crash of the machine, and has room for as many test
 * files beside each other as a machine has processors.
 */
export function serverArguments(folder: string, socketFolder: string, durable: boolean): string[] {
  const settings: Record<string, string | number> = {
    listen_addresses: '',
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
    port: SOCKET_PORT,
    max_connections: durable ? 100 : 500,
    shared_buffers: '128MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    cluster_name: 'schedcu',
    logging_collector: 'on',
    log_directory: LOG_FOLDER,
    log_filename: 'server-%Y%m%d-%H%M%S.log',
    log_rotation_size: LOG_FILE_SIZE,
    log_file_mode: '0600',
    log_checkpoints: 'off',
    fsync: durable ? 'on' : 'off',
    synchronous_commit: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
  };
  return ['-D', folder, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}
