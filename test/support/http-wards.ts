import type { LightMyRequestResponse } from 'fastify';
import type { Department } from '#src/domain/department.ts';
import type { Role } from '#src/domain/user.ts';
import type { Config } from '#src/main/config.ts';
import type { GivenFile } from '#src/services/service-context.ts';
import { type Browser, openTestHttp, type TestHttp } from './http.ts';

/** The API with two departments, and a signed-in browser for each role in both of them. */
export interface HttpWards extends TestHttp {
  own: Department;
  other: Department;
  admin: Browser;
  /** Of the own department. */
  scheduler: Browser;
  viewer: Browser;
  /** Nora Grantham, a member of the department. */
  user: Browser;
  /** Of the hospital Brook, which the own department reads for. */
  brook: Browser;
  /** Of the other department. */
  stranger: Browser;
  strangeUser: Browser;
}

export async function openHttpWards(over: Partial<Config> = {}): Promise<HttpWards> {
  const http = await openTestHttp(over);
  const own = await http.services.openDepartment();
  const other = await http.services.openDepartment();
  const signIn = async (email: string, role: Role, department: string | null): Promise<Browser> => {
    await http.addUser(email, role, department);
    return await http.browse(email);
  };
  return {
    ...{ ...http, own, other },
    admin: await signIn('root@ashby.test', 'ADMIN', null),
    scheduler: await signIn('chief@ashby.test', 'SCHEDULER', own.code),
    viewer: await signIn('looker@ashby.test', 'VIEWER', own.code),
    user: await signIn('grantham@ashby.test', 'USER', own.code),
    brook: await signIn('desk@brook.test', 'USER', 'Brook'),
    stranger: await signIn('chief@other.test', 'SCHEDULER', other.code),
    strangeUser: await signIn('desk@other.test', 'USER', other.code),
  };
}

type Part = string | GivenFile;

/** A form as a browser sends it. */
export function form(parts: Record<string, Part | readonly GivenFile[]>): {
  payload: Buffer;
  headers: Record<string, string>;
} {
  const boundary = 'the-boundary-of-the-tests';
  const chunks: Buffer[] = [];
  const add = (name: string, part: Part): void => {
    const file =
      typeof part === 'string' ? '' : `; filename="${part.name}"\r\nContent-Type: application/octet-stream`;
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n`;
    chunks.push(
      Buffer.from(head),
      Buffer.from(typeof part === 'string' ? part : part.bytes),
      Buffer.from('\r\n'),
    );
  };
  for (const [name, part] of Object.entries(parts)) {
    if (typeof part === 'string' || 'bytes' in part) add(name, part);
    else for (const file of part) add(name, file);
  }
  chunks.push(Buffer.from(`--${boundary}--\r\n`));
  return {
    payload: Buffer.concat(chunks),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  };
}

/** The body of an answer; where its status is another than expected, an error that shows it. */
export function json<T = Record<string, unknown>>(answer: LightMyRequestResponse, status = 200): T {
  if (answer.statusCode === status) return answer.json<T>();
  throw new Error(`Expected ${status}, was ${answer.statusCode}: ${answer.body}`);
}

/** The statuses that several browsers get for one request. */
export async function statuses(
  browsers: Record<string, Browser>,
  method: string,
  url: string,
  body?: unknown,
): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const [name, browser] of Object.entries(browsers)) {
    found[name] = (await browser.call(method, url, body)).statusCode;
  }
  return found;
}
