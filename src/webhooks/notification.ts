import { parseJson } from '../client/response.js';

/** Bytes. Notifications have a few hundred. */
const LARGEST = 65_536;

/** Thrown when a body is larger than any notification. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/**
 * Reads a body as text.
 *
 * @throws {TooLarge} beyond 64 kB.
 */
export async function readText(body: AsyncIterable<unknown> | Iterable<unknown>): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body) {
    text += chunk instanceof Uint8Array ? decoder.decode(chunk, { stream: true }) : String(chunk);
    if (text.length > LARGEST) throw new TooLarge();
  }
  return text + decoder.decode();
}

/**
 * Makes an object of what came as JSON, as a form, or parsed already. Whatever the content type says: proxies change it.
 * `undefined` when it is neither, or a field of a form is there twice.
 */
export function parseNotification(body: unknown): unknown {
  const content = body instanceof Uint8Array ? new TextDecoder().decode(body) : body;
  if (typeof content !== 'string') return content;
  const json = parseJson(content);
  if (json !== undefined) return json;
  const fields = [...new URLSearchParams(content)];
  const names = new Set(fields.map(([name]) => name));
  return names.size === fields.length ? Object.fromEntries(fields) : undefined;
}

/** The ID a notification names, or `undefined` when it names none that can be one. */
export function readIds(body: unknown): { imp_uid: string; merchant_uid: string } | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const { imp_uid, merchant_uid }: { imp_uid?: unknown; merchant_uid?: unknown } = body;
  if (typeof imp_uid !== 'string' || !/^[\w-]{1,64}$/.test(imp_uid)) return undefined;
  return typeof merchant_uid === 'string' && merchant_uid !== '' ? { imp_uid, merchant_uid } : undefined;
}
