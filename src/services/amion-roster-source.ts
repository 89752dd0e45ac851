import type { Department } from '#src/domain/department.ts';
import { CodedError } from '#src/domain/errors.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import { error, type ValidationMessage } from '#src/domain/validation.ts';
import { listMonths } from '#src/outside/amion/report-request.ts';
import type { AmionClient } from '#src/outside/amion-client.ts';
import { decryptSetting } from '#src/outside/encrypt-setting.ts';
import { findAmionLogin } from '#src/repositories/department-settings.ts';
import type { GivenFile, ServiceContext, Watch } from './service-context.ts';

export interface AmionSettings {
  /** Where a department has no base of its own. */
  baseUrl: string;
  /** From the environment; a department's own login stands before it. */
  login: string | null;
}

/** Where fresh rosters come from. */
export interface RosterSource {
  /** The reports of every month that has a date of `from`..`to`, with all that went wrong; a login that is missing too. */
  fetch(
    department: Department,
    span: { from: LocalDate; to: LocalDate },
    watch: Watch,
  ): Promise<{ files: GivenFile[]; messages: ValidationMessage[] }>;
}

export function rosterSource(
  context: ServiceContext,
  client: AmionClient,
  settings: AmionSettings,
): RosterSource {
  return {
    async fetch(department, { from, to }, { signal, onProgress }) {
      const stored = await findAmionLogin(context.database.db, department.id);
      const login = stored ? openLogin(stored, context.secret) : { value: settings.login, trouble: null };
      if (!login.value) {
        const trouble =
          login.trouble ??
          "the department has no Amion login. Set AMION_LOGIN, or store one in the department's settings.";
        const text = `${department.code}: ${trouble}`;
        return {
          files: [],
          messages: [error('AMION_REJECTED_LOGIN', text, [department.code], { department: department.code })],
        };
      }
      const base = department.amionBaseUrl ?? settings.baseUrl;
      const months = listMonths(from, to);
      const total = months.length;
      const onMonth = (done: number): void => {
        const message = `${done} of ${total} ${total === 1 ? 'month' : 'months'} fetched from Amion`;
        onProgress?.({ phase: 'AMION_IMPORT', step: 'fetching', done, total, message });
      };
      onMonth(0);
      return await client.fetchRoster({
        ...{ base, login: login.value, months, onMonth },
        ...(signal && { signal }),
      });
    },
  };
}

/** The login, or why it cannot be read. */
function openLogin(stored: Buffer, secret: string | null): { value: string | null; trouble: string | null } {
  try {
    return { value: decryptSetting(stored, secret), trouble: null };
  } catch (cause) {
    if (cause instanceof CodedError)
      return { value: null, trouble: `the Amion login cannot be read. ${cause.message}` };
    throw cause;
  }
}
