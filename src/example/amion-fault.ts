import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

/** What Amion does when it does not simply answer. Only `status` and `redirect` show in the status. */
export type AmionFault =
  | { kind: 'slow'; ms: number }
  | { kind: 'status'; status: number }
  | { kind: 'redirect'; to: string }
  | { kind: 'nofi'; reason: string }
  | { kind: 'body'; body: string | Uint8Array }
  | { kind: 'login-page' }
  | { kind: 'empty' }
  /** The body ends in the middle of a line, and the answer looks whole. */
  | { kind: 'cut' }
  /** The connection breaks after half of the body. */
  | { kind: 'reset' };

export const LOGIN_PAGE = `<HTML>
<HEAD>
<TITLE>
Amion - Physicians' On-Call Scheduling
</TITLE>
</HEAD>
<body TEXT=#000000 topmargin=0 leftmargin=0>
<table cellspacing=0 cellpadding=0 border=0><tr>
<form name=AmionLogin action="cgi-bin/ocs" method=post>
<td align=right><input type=text maxlength=28 name=Login size=18><input type=submit value=" Login "></td>
</form></tr></table>
</BODY></HTML>
`;

/** Answers with a body, spoilt by a fault where there is one. */
export async function answer(
  response: ServerResponse,
  body: Uint8Array,
  fault: AmionFault | null,
): Promise<void> {
  switch (fault?.kind) {
    case undefined:
      response.end(body);
      return;
    case 'slow':
      await delay(fault.ms, undefined, { ref: false });
      response.end(body);
      return;
    case 'status':
      response.statusCode = fault.status;
      response.end();
      return;
    case 'redirect':
      response.writeHead(302, { location: fault.to }).end();
      return;
    case 'nofi':
      response.end(`NOFI=${fault.reason}\n`);
      return;
    case 'body':
      response.end(fault.body);
      return;
    case 'login-page':
      response.setHeader('content-type', 'text/html');
      response.end(LOGIN_PAGE);
      return;
    case 'empty':
      response.end();
      return;
    case 'cut':
      response.end(body.subarray(0, cutAt(body)));
      return;
    case 'reset':
      response.setHeader('content-length', body.length);
      response.write(body.subarray(0, cutAt(body)), () => response.destroy());
      return;
  }
}

/** Past the middle, in the middle of a line. */
function cutAt(body: Uint8Array): number {
  const middle = Math.floor(body.length / 2);
  const inLine = body.indexOf(0x0a, middle) + 12;
  return inLine > middle && inLine < body.length - 1 ? inLine : middle;
}
