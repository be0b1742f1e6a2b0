import type { ParseAs } from './call-options.js';
import { IamportError } from './errors.js';
import type { WireRow } from './operation-row.js';
import type { AnswerReader } from './request.js';
import { parseJson, readAnswer } from './response.js';

/** A whole body. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Statuses and media types decide what an answer becomes; see {@link ParseAs}. */
type Kind = Exclude<ParseAs, 'stream'>;

/**
 * Makes the reader of one call's answers: JSON, text or bytes by their media type, `undefined` when there is nothing.
 *
 * @param parseAs What the caller wants instead. A stream is not bounded by `maxBodyBytes`, nor by the time of the call.
 */
export function createAnswerReader({ accept = ['application/json'] }: WireRow, parseAs?: ParseAs): AnswerReader {
  let content: Bytes | ReadableStream<Uint8Array> | undefined;
  return {
    receive: async ({ headers, ok, body }, limit) => {
      if (parseAs === 'stream' && ok) {
        content = body ?? new Blob([]).stream();
        return '';
      }
      content = await readBytes(body, limit);
      if (content === undefined) return undefined;
      return ok && kindOf(headers, accept) === 'bytes' ? '' : new TextDecoder().decode(content);
    },
    read: (context, answer) => {
      const { status, headers, text } = answer;
      const isOk = status >= 200 && status < 300;
      if (!isOk || text === undefined || context.row.hasEnvelope) return readAnswer(context, answer);
      if (content instanceof ReadableStream) return { body: undefined, value: content };
      if (accept.length === 0 || content === undefined || content.length === 0)
        return { body: undefined, value: undefined };
      if (!isDeclared(headers, accept)) {
        const { operationId } = context;
        const words = `${operationId}: the answer is ${mediaTypeOf(headers)} (HTTP ${status}), not ${accept.join(' or ')}`;
        throw new IamportError('http', words, { operationId, httpStatus: status, attempts: 1, sent: 'yes' });
      }
      const value = valueOf(parseAs ?? kindOf(headers, accept), { content, text });
      // JSON has no `undefined`: it is not JSON, and that error is known.
      return value === undefined ? readAnswer(context, answer) : { body: value, value };
    },
    mode: parseAs && 'off',
  };
}

function valueOf(kind: ParseAs, { content, text }: { readonly content: Bytes; readonly text: string }): unknown {
  if (kind === 'bytes') return content;
  const whole = text === '' ? new TextDecoder().decode(content) : text;
  return kind === 'json' ? parseJson(whole) : whole;
}

/** What an answer of one of these media types says; `undefined` when it is empty, or is JSON that is invalid. */
export function decodeAnswer(headers: Headers, content: Bytes, accept: readonly string[]): unknown {
  if (accept.length === 0 || content.length === 0) return undefined;
  return valueOf(kindOf(headers, accept), { content, text: '' });
}

/** The media type of an answer in lower case, without parameters; empty when the header is missing. */
export function mediaTypeOf(headers: Headers): string {
  return /^[\w.+/*-]*/.exec((headers.get('content-type') ?? '').toLowerCase())?.[0] ?? '';
}

/** What an answer of this media type becomes. One without a type has the first that is declared. */
export function kindOf(headers: Headers, [first = '']: readonly string[]): Kind {
  const type = mediaTypeOf(headers) || first.toLowerCase();
  if (/[/+]json\b/.test(type)) return 'json';
  return /^text\/|[/+]xml\b|^application\/(x-www-form-urlencoded|x-ndjson|yaml)\b/.test(type) ? 'text' : 'bytes';
}

/** Whether an answer is of one of the media types in the document. What says nothing is believed to be. */
export function isDeclared(headers: Headers, accept: readonly string[]): boolean {
  const type = mediaTypeOf(headers);
  if (type === '') return true;
  return accept.some((declared) => {
    const [wanted = ''] = declared.toLowerCase().split(/\s*;/, 1);
    if (wanted === '*/*' || wanted === type || wanted === `${type.split('/', 1)[0] ?? ''}/*`) return true;
    // Servers call their JSON by many names.
    return /[/+]json$/.test(wanted) && /[/+]json$/.test(type);
  });
}

/** Reads a body; `undefined` when it is larger than `limit` bytes. */
export async function readBytes(body: Response['body'], limit: number): Promise<Bytes | undefined> {
  if (body === null) return new Uint8Array();
  const parts: Bytes[] = [];
  let size = 0;
  const reader: ReadableStreamDefaultReader<Bytes> = body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size > limit) {
      // Not waited for: a server that never ends may not notice.
      reader.cancel().catch(() => undefined);
      return undefined;
    }
    parts.push(part.value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}
