import { IamportError } from './errors.js';
import type { EncodingRow } from './operation-row.js';
import { primitiveText } from './parameter-style.js';
import { assertFinite } from './request.js';

/** A body that `fetch` accepts, and its `Content-Type`. */
export interface EncodedBody {
  readonly body: NonNullable<RequestInit['body']>;
  readonly mediaType: string;
  /** Required by `fetch` for streams. */
  readonly duplex?: 'half';
}

/** How the properties of a form, or the parts of a multipart body, are written. */
export type Encodings = Readonly<Record<string, EncodingRow>>;

/** How a body is written, and what is not in it. */
export interface BodyManner {
  readonly encodings: Encodings;
  /** Headers of parts: by the name of the part, then by that of the header; a list for parts of one name. */
  readonly partHeaders?: unknown;
}

/** Bytes that `fetch` and `Blob` take as they are. */
export function isBinary(value: unknown): value is Blob | ArrayBuffer | Uint8Array<ArrayBuffer> {
  return value instanceof Blob || value instanceof ArrayBuffer || ArrayBuffer.isView(value);
}

/**
 * The members of an object body. Those that are `undefined` or `null` are omitted.
 *
 * @throws {IamportError} `kind: 'input'` for anything else.
 */
export function membersOf(content: unknown): [name: string, value: unknown][] {
  if (typeof content !== 'object' || content === null) throw new IamportError('input', 'the body is not an object');
  return Object.entries(content).filter(([, value]: [string, unknown]) => value !== undefined && value !== null);
}

/** A member as text, objects as JSON. */
export function memberText(name: string, value: unknown): string {
  if (typeof value !== 'object' || value === null) return primitiveText(name, value);
  assertFinite(value);
  return JSON.stringify(value);
}
