import { DeadlinePassed, type Deadline } from './deadline.js';
import { IamportError } from './errors.js';
import { readBody } from './read-body.js';

/** The progress of a call, for its error. */
export interface CallState {
  readonly operationId: string;
  readonly deadline: Deadline;
  /** How often the request was sent. */
  attempts: number;
  /** Whether it reached the server. */
  sent: 'no' | 'yes' | 'unknown';
}

/** The state of a call that has not sent a request. */
export function startCall(operationId: string, deadline: Deadline): CallState {
  return { operationId, deadline, attempts: 0, sent: 'no' };
}

/** How a client sends requests. */
export interface Transport {
  readonly fetch: typeof globalThis.fetch;
  /** Maximum size of a decoded body in bytes. */
  readonly maxBodyBytes: number;
}

/** Reads the body of a response as text, `undefined` when it is larger than `limit` bytes. */
export type BodyReader = (response: Response, limit: number) => Promise<string | undefined>;

/** A request to send. */
export interface Outgoing {
  /** Default: reads text. */
  readonly receive?: BodyReader | undefined;
  readonly url: string;
  /** The URL again, or a whole request. */
  readonly target: string | Request;
  readonly init: RequestInit;
}

/** A response with its whole body as text. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** `undefined` if it is larger than the limit. */
  readonly text: string | undefined;
}

// Failures before the request was sent: DNS, routing, connection.
const NOT_CONNECTED =
  /^(ECONNREFUSED|ENOTFOUND|EAI_[A-Z]+|EHOSTUNREACH|ENETUNREACH|ENETDOWN|EHOSTDOWN|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT)$/;

// The certificate is checked, and handshake alerts arrive, before anything is sent.
const NOT_TRUSTED =
  /^(CERT_[A-Z_]+|ERR_TLS_CERT_ALTNAME_INVALID|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_[A-Z_]+|HOSTNAME_MISMATCH|INVALID_CA|ERR_SSL_(SSLV3_ALERT_HANDSHAKE_FAILURE|TLSV1_ALERT_PROTOCOL_VERSION|TLSV1_UNRECOGNIZED_NAME|UNSUPPORTED_PROTOCOL|NO_PROTOCOLS_AVAILABLE|WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG))$/;

/**
 * Sends one request and reads the whole response. Redirects are not followed: they would send the body, with its
 * secrets, to another address.
 *
 * @throws {IamportError} `'network'` if no response arrived or it was cut off.
 * @throws {DeadlinePassed} at the deadline, or when the caller aborts the call.
 */
export async function sendRequest(transport: Transport, outgoing: Outgoing, state: CallState): Promise<Answer> {
  const { deadline } = state;
  const before = state.sent;
  if (deadline.endedBy() !== undefined) throw new DeadlinePassed();
  state.sent = 'unknown';
  try {
    return await deadline.race(exchange(transport, outgoing, state));
  } catch (error) {
    if (deadline.endedBy() !== undefined) throw new DeadlinePassed();
    throw networkError(error, { url: outgoing.url, state, before });
  }
}

async function exchange(transport: Transport, { target, init, receive }: Outgoing, state: CallState): Promise<Answer> {
  const { signal } = state.deadline;
  const response = await transport.fetch(target, { ...init, redirect: 'manual', signal });
  state.sent = 'yes';
  const text = await (receive ?? readBody)(response, transport.maxBodyBytes);
  return { status: response.status, headers: response.headers, text };
}

function networkError(
  error: unknown,
  { url, state, before }: { url: string; state: CallState; before: CallState['sent'] },
): IamportError {
  // The error may contain anything, such as the request with its headers: only its code or class is kept.
  const named = error instanceof Error && /^\w{1,40}$/.test(error.name) ? error.name : 'Error';
  const code = systemCodeOf(error) ?? named;
  const { host } = new URL(url);
  const why = state.sent === 'unknown' ? whyUnsent(code, host) : undefined;
  if (why !== undefined) state.sent = before;
  const { operationId, attempts, sent } = state;
  const cut = sent === 'yes' ? 'the response was cut off' : `no response from ${host}`;
  const words = `${operationId}${why === undefined ? `: ${cut}` : ` was not sent: ${why}`} (${code})`;
  return new IamportError('network', words, { operationId, attempts, sent, cause: new Error(code) });
}

/** Why nothing was sent; `undefined` if that is not certain. */
function whyUnsent(code: string, host: string): string | undefined {
  if (NOT_CONNECTED.test(code)) return `${host} cannot be reached`;
  if (!NOT_TRUSTED.test(code)) return undefined;
  return code.startsWith('ERR_SSL_')
    ? `no TLS connection to ${host} is possible`
    : `the certificate of ${host} is not trusted`;
}

function systemCodeOf(error: unknown): string | undefined {
  let current = error;
  for (let depth = 0; depth < 4 && typeof current === 'object' && current !== null; depth += 1) {
    if ('code' in current && typeof current.code === 'string' && /^[A-Z][A-Z0-9_]{2,60}$/.test(current.code)) {
      return current.code;
    }
    current = 'cause' in current ? current.cause : undefined;
  }
  return undefined;
}
