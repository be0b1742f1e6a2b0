import { DeadlinePassed, type Deadline } from './deadline.js';
import { IamportError } from './errors.js';
import { readBody } from './read-body.js';

/** How far a call has come: what its error will say. */
export interface CallState {
  readonly operationId: string;
  readonly deadline: Deadline;
  /** How often the request went out. */
  attempts: number;
  /** Whether it reached the server. */
  sent: 'no' | 'yes' | 'unknown';
}

/** The state of a call that has not sent anything. */
export function startCall(operationId: string, deadline: Deadline): CallState {
  return { operationId, deadline, attempts: 0, sent: 'no' };
}

/** How requests leave a client. */
export interface Transport {
  readonly fetch: typeof globalThis.fetch;
  /** Bytes a decoded body may have. */
  readonly maxBodyBytes: number;
}

/** One request to send. */
export interface Outgoing {
  readonly url: string;
  /** The URL again, or a whole request. */
  readonly target: string | Request;
  readonly init: RequestInit;
}

/** An answer with its whole body as text. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** `undefined` when it is larger than the client allows. */
  readonly text: string | undefined;
}

// Failures before the request could leave: no name, no route, no connection.
const NOT_CONNECTED =
  /^(ECONNREFUSED|ENOTFOUND|EAI_[A-Z]+|EHOSTUNREACH|ENETUNREACH|ENETDOWN|EHOSTDOWN|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT)$/;

// The certificate is looked at before anything is sent. Alerts of the handshake come before, too.
const NOT_TRUSTED =
  /^(CERT_[A-Z_]+|ERR_TLS_CERT_ALTNAME_INVALID|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_(GET_ISSUER_CERT(_LOCALLY)?|VERIFY_LEAF_SIGNATURE|GET_CRL|DECRYPT_CERT_SIGNATURE)|HOSTNAME_MISMATCH|INVALID_CA|ERR_SSL_(SSLV3_ALERT_HANDSHAKE_FAILURE|TLSV1_ALERT_PROTOCOL_VERSION|TLSV1_UNRECOGNIZED_NAME|UNSUPPORTED_PROTOCOL|NO_PROTOCOLS_AVAILABLE|WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG))$/;

/**
 * Sends one request and reads the whole answer. Redirects are not followed: a redirect would carry the body, and with it
 * secrets, to another address.
 *
 * @throws {IamportError} `'network'` when no answer came or it broke off.
 * @throws {DeadlinePassed} when the time is over or the caller ended the call.
 */
export async function sendRequest(transport: Transport, outgoing: Outgoing, state: CallState): Promise<Answer> {
  const { deadline } = state;
  const before = state.sent;
  if (deadline.endedBy() !== undefined) throw new DeadlinePassed();
  state.sent = 'unknown';
  try {
    const init: RequestInit = { ...outgoing.init, redirect: 'manual', signal: deadline.signal };
    const response = await deadline.race(transport.fetch(outgoing.target, init));
    state.sent = 'yes';
    const text = await deadline.race(readBody(response, transport.maxBodyBytes));
    return { status: response.status, headers: response.headers, text };
  } catch (error) {
    if (deadline.endedBy() !== undefined) throw new DeadlinePassed();
    throw networkError(error, { url: outgoing.url, state, before });
  }
}

function networkError(
  error: unknown,
  { url, state, before }: { url: string; state: CallState; before: CallState['sent'] },
): IamportError {
  const code = systemCodeOf(error);
  const isUntrusted = code !== undefined && NOT_TRUSTED.test(code);
  const isUnsent = state.sent === 'unknown' && code !== undefined && (isUntrusted || NOT_CONNECTED.test(code));
  if (isUnsent) state.sent = before;
  const { operationId, attempts, sent } = state;
  // The error itself may hold anything, such as the request with its headers: only its code or class goes on.
  const known = code ?? (error instanceof Error && /^\w{1,40}$/.test(error.name) ? error.name : 'Error');
  const { host } = new URL(url);
  const words = isUnsent
    ? ` was not sent: ${isUntrusted ? `there is no trusted connection to ${host}` : `${host} cannot be reached`} (${known})`
    : `: ${state.sent === 'yes' ? 'the answer broke off' : `no answer from ${host}`} (${known})`;
  return new IamportError('network', `${operationId}${words}`, {
    operationId,
    attempts,
    sent,
    cause: new Error(known),
  });
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
