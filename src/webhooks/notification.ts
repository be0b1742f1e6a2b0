import { parseJson } from '../client/response.js';

/** Maximum body size in bytes. Notifications have a few hundred. */
const LARGEST = 65_536;

/** Thrown for a body that is larger than any notification. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/**
 * Reads a body as text.
 *
 * @throws {TooLarge} above 64 kB.
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
 * Parses a body that is JSON, a form, or parsed already. Ignores the content type, which proxies change. `undefined` if
 * it is none of them, or a form has a duplicate field.
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

/** The IDs in a notification, or `undefined` if they are missing or malformed. */
export function readIds(body: unknown): { imp_uid: string; merchant_uid: string } | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const { imp_uid, merchant_uid }: { imp_uid?: unknown; merchant_uid?: unknown } = body;
  if (typeof imp_uid !== 'string' || !/^[\w-]{1,64}$/.test(imp_uid)) return undefined;
  return typeof merchant_uid === 'string' && merchant_uid !== '' ? { imp_uid, merchant_uid } : undefined;
}
