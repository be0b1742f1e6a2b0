import { bodyOf } from './check-reply.js';
import type { Fault } from './faults.js';
import { Refused } from '../model/reply.js';

/** What became of a request: an answer, or the connection breaks. */
export type FaultyAnswer = Response | 'reset';

const PAGE_502 =
  '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n';

/** Marks an answer that a server must cut off after its first half. */
export const TRUNCATED_HEADER = 'x-sandbox-truncated';

/** Answers a request, with or without a fault. `work` is the call itself, which some faults skip. */
export async function applyFault(
  fault: Fault | undefined,
  signal: AbortSignal,
  work: (decline: { readonly text: string } | undefined) => Promise<Response>,
): Promise<FaultyAnswer> {
  switch (fault?.kind) {
    case undefined:
      return work(undefined);
    case 'decline':
      return work({ text: fault.text ?? '[3112] 한도가 초과하였습니다.' });
    case 'reset-before':
      return 'reset';
    case 'reset-after-commit':
      await work(undefined);
      return 'reset';
    case 'hang':
      return untilAborted(signal);
    case 'slow':
      await new Promise((resolve) => setTimeout(resolve, fault.ms));
      return work(undefined);
    case '401':
      return json(401, bodyOf(new Refused('token/unauthorized').reply));
    case '429':
      return json(429, { code: -1, message: '[sandbox] Too Many Requests', response: null }, { 'retry-after': '1' });
    case '502-html':
      return new Response(PAGE_502, { status: 502, headers: { 'content-type': 'text/html', 'x-sandbox': '1' } });
    case 'truncated':
      return truncate(await work(undefined));
  }
}

function untilAborted(signal: AbortSignal): Promise<FaultyAnswer> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => {
      resolve('reset');
    });
  });
}

function json(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  const type = 'application/json; charset=UTF-8';
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': type, 'x-sandbox': '1', ...headers },
  });
}

async function truncate(response: Response): Promise<Response> {
  const text = await response.text();
  const headers = new Headers(response.headers);
  headers.set(TRUNCATED_HEADER, '1');
  return new Response(text.slice(0, Math.floor(text.length / 2)), { status: response.status, headers });
}
