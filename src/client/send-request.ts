import { DeadlinePassed, type Deadline } from './deadline.js';
import { IamportError } from './errors.js';

/** How far a call has come: what its error will tell. */
export interface Progress {
  /** How often the request went out. */
  attempts: number;
  /** Whether it reached the server. */
  sent: 'no' | 'yes' | 'unknown';
}

/** One request and what it belongs to. */
export interface Trip {
  readonly operationId: string;
  readonly deadline: Deadline;
  readonly progress: Progress;
}

/** An answer with its whole body as text. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

// System errors of these codes mean that no connection came about.
const NOT_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);

/**
 * Sends one request and reads the whole answer.
 *
 * @throws {IamportError} `'network'` when no answer came or it broke off.
 * @throws {DeadlinePassed} when the time is over or the caller ended the call.
 */
export async function exchange(
  fetch: typeof globalThis.fetch,
  request: Request,
  { operationId, deadline, progress }: Trip,
): Promise<Answer> {
  const before = progress.sent;
  if (deadline.endedBy() !== undefined) throw new DeadlinePassed();
  progress.sent = 'unknown';
  try {
    const response = await deadline.race(fetch(request));
    progress.sent = 'yes';
    const text = await deadline.race(response.text());
    return { status: response.status, headers: response.headers, text };
  } catch (error) {
    if (deadline.endedBy() !== undefined) throw new DeadlinePassed();
    const code = systemCodeOf(error);
    if (progress.sent === 'unknown' && code !== undefined && NOT_CONNECTED.has(code)) progress.sent = before;
    const what = progress.sent === 'yes' ? 'the answer broke off' : `no answer from ${new URL(request.url).host}`;
    throw new IamportError('network', `${operationId}: ${what}${code === undefined ? '' : ` (${code})`}`, {
      ...progress,
      operationId,
      // The error itself may hold anything, such as the request with its headers: only its code goes on.
      ...(code !== undefined && { cause: new Error(code) }),
    });
  }
}

function systemCodeOf(error: unknown): string | undefined {
  let current = error;
  for (let depth = 0; depth < 4 && typeof current === 'object' && current !== null; depth += 1) {
    if ('code' in current && typeof current.code === 'string' && /^[A-Z][A-Z_]{2,40}$/.test(current.code)) {
      return current.code;
    }
    current = 'cause' in current ? current.cause : undefined;
  }
  return undefined;
}
