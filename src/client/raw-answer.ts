import type { Credential } from './authorization.js';
import type { CallContext } from './call-context.js';
import { startDeadline } from './deadline.js';
import { IamportError } from './errors.js';
import type { OperationRow } from './operation-row.js';
import { toIamportError } from './perform.js';
import { decodeAnswer, isDeclared, kindOf, mediaTypeOf, readBytes, type Bytes } from './read-any-answer.js';
import { parseAnswer } from './response.js';
import { sendRequest, startCall, type Answer, type BodyReader, type CallState } from './send-request.js';

/** What openapi-fetch makes of an answer. */
export type ParseRawAs = 'json' | 'text' | 'blob' | 'arrayBuffer' | 'stream';

/** Statuses without a body. */
const EMPTY = [204, 205, 304];

/** A request of the raw client. */
export interface RawRequest {
  readonly request: Request;
  /** `undefined` for what the document does not have. */
  readonly row: OperationRow | undefined;
  readonly parseAs: ParseRawAs | undefined;
  /** Whether the media type decides what becomes of the answer, and not the caller. */
  readonly isDecoded: boolean;
}

/** The data of an answer by its media type, as `call` returns it. */
export function decodeRaw<Result extends { readonly response: Response }>(
  result: Result,
  data: ArrayBuffer,
  accept: readonly string[],
): Result & { readonly data: unknown } {
  return { ...result, data: decodeAnswer(result.response.headers, new Uint8Array(data), accept) };
}

/**
 * Sends a request of the raw client with credentials, within the time limit.
 *
 * @throws {IamportError} when no answer arrives, or one that the document does not declare.
 */
export async function sendRaw(context: CallContext, raw: RawRequest): Promise<Response> {
  const { request, row } = raw;
  const deadline = startDeadline(context.timeoutMs, request.signal);
  const state = startCall(`${request.method} request`, deadline);
  const received: Received = {};
  try {
    const answer = await sendAuthorized(context, { ...raw, receive: receiver(raw, received) }, state);
    const { status, headers, text } = answer;
    const why = faultOf(answer, received, raw);
    if (why !== undefined) {
      const { operationId, attempts, sent } = state;
      const words = `${operationId}: the response is ${why} (HTTP ${status})`;
      throw new IamportError('http', words, { operationId, httpStatus: status, attempts, sent });
    }
    const body = row?.wire?.accept === undefined ? text : received.content;
    return new Response(EMPTY.includes(status) ? null : (body ?? null), { status, headers });
  } catch (error) {
    throw toIamportError(error, request, state);
  } finally {
    deadline.stop();
  }
}

/** The body of the last answer, where it is not read as text. */
interface Received {
  content?: Bytes | ReadableStream<Uint8Array>;
}

/** Text is read unless the row declares media types: then bytes, or a stream if that is wanted. */
function receiver({ row, parseAs }: RawRequest, received: Received): BodyReader | undefined {
  if (row?.wire?.accept === undefined) return undefined;
  return async ({ body, ok }, limit) => {
    const content = parseAs === 'stream' && ok ? (body ?? new Uint8Array()) : await readBytes(body, limit);
    if (content !== undefined) received.content = content;
    return content === undefined ? undefined : '';
  };
}

/** Why an answer cannot be given to the caller. */
function faultOf(answer: Answer, { content }: Received, { row, parseAs, isDecoded }: RawRequest): string | undefined {
  const { status, headers, text } = answer;
  if (text === undefined) return 'larger than maxBodyBytes';
  const accept = row?.wire?.accept;
  if (accept === undefined) return text !== '' && parseAnswer(answer) === undefined ? 'not JSON' : undefined;
  // Redirects are not followed, and other errors are texts.
  if (status < 200 || status >= 300) return status >= 400 ? undefined : 'a redirect, which is not followed';
  if (!(content instanceof Uint8Array) || content.length === 0 || accept.length === 0) return undefined;
  if (!isDeclared(headers, accept)) return `${mediaTypeOf(headers)}, not ${accept.join(' or ')}`;
  const isJson = parseAs === 'json' || (isDecoded && kindOf(headers, accept) === 'json');
  return isJson && decodeAnswer(new Headers(), content, ['application/json']) === undefined ? 'not JSON' : undefined;
}

interface Sending extends RawRequest {
  readonly receive: BodyReader | undefined;
}

async function sendAuthorized(context: CallContext, sending: Sending, state: CallState): Promise<Answer> {
  const { request, row, receive } = sending;
  const send = (credential?: Credential): Promise<Answer> => {
    state.attempts += 1;
    const copy = request.clone();
    const cookie = request.headers.get('cookie');
    const given = cookie === null ? {} : { cookie };
    const { url, headers } = credential?.apply?.(request.url, given) ?? {
      url: request.url,
      headers: credential?.headers ?? {},
    };
    for (const [name, value] of Object.entries(headers)) copy.headers.set(name, value);
    const target = url === request.url ? copy : new Request(url, copy);
    return sendRequest(context, { url, target, init: {}, receive }, state);
  };
  const isOwn = mayHaveCredentials(context, request, row);
  if (!isOwn || row?.needsAuth === false || request.headers.has('authorization')) return send();
  const { authorization } = context;
  const credential = await state.deadline.race(Promise.resolve(authorization.get(row)));
  if (Object.keys(credential.headers).some((name) => request.headers.has(name))) return send();
  const answer = await send(credential);
  if (answer.status !== 401) return answer;
  const other = await state.deadline.race(authorization.replace(credential, state.deadline.left()));
  return other === credential ? answer : send(other);
}

/** Whether a request goes to the host of the API, or to the server of its operation: credentials check that by themselves. */
function mayHaveCredentials({ baseUrl, codecs }: CallContext, { url }: Request, row?: OperationRow): boolean {
  const { origin } = new URL(url);
  if (origin === new URL(baseUrl).origin) return true;
  return row !== undefined && codecs !== undefined && origin === new URL(codecs.baseUrlOf(row, baseUrl)).origin;
}
