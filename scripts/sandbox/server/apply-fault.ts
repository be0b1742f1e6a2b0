import { bodyOf } from './check-reply.js';
import { FAULT_HEADER } from './fault-header.js';
import type { Fault } from './faults.js';
import { Refused } from '../model/reply.js';

/** What became of a request: an answer, or the connection breaks. */
export type FaultyAnswer = Response | 'reset';

const PAGE_502 =
  '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n';

/** Marks an answer that a server must cut off after its first half. */
export const TRUNCATED_HEADER = 'x-sandbox-truncated';

/** One request, as faults need it. */
export interface FaultyCall {
  /** Aborts when the client leaves. */
  readonly signal: AbortSignal;
  /** Waits on the sandbox's clock. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** The call itself, which some faults skip; with the gateway's words when it is to be declined. */
  readonly work: (decline: string | null) => Promise<Response>;
}

/** Answers a request, with or without a fault. */
export async function applyFault(fault: Fault | undefined, { signal, wait, work }: FaultyCall): Promise<FaultyAnswer> {
  switch (fault?.kind) {
    case undefined:
      return work(null);
    case 'decline':
      return work(fault.text ?? '[3112] 한도가 초과하였습니다.');
    case 'reset-before':
      return 'reset';
    case 'reset-after-commit':
      await work(null);
      return 'reset';
    case 'hang-after-commit':
      await work(null);
      return untilAborted(signal);
    case 'hang':
      return untilAborted(signal);
    case 'slow':
      await wait(fault.ms, signal);
      return work(null);
    case '401':
      return json(401, bodyOf(new Refused('token/unauthorized').reply));
    case '429':
      return json(429, { code: -1, message: '[sandbox] Too Many Requests', response: null }, { 'retry-after': '1' });
    case '502-after-commit':
      await work(null);
      return badGateway();
    case '502-html':
      return badGateway();
    case 'truncated':
      return truncate(await work(null));
  }
}

function badGateway(): Response {
  return new Response(PAGE_502, {
    status: 502,
    headers: { 'content-type': 'text/html', 'x-sandbox': '1', [FAULT_HEADER]: 'consumed' },
  });
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
    headers: { 'content-type': type, 'x-sandbox': '1', [FAULT_HEADER]: 'consumed', ...headers },
  });
}

async function truncate(response: Response): Promise<Response> {
  const text = await response.text();
  const headers = new Headers(response.headers);
  headers.set(TRUNCATED_HEADER, '1');
  return new Response(text.slice(0, Math.floor(text.length / 2)), { status: response.status, headers });
}
