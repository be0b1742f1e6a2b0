import { isBinary, memberText, membersOf, type BodyManner, type EncodedBody } from './body-members.js';
import type { ParameterStyle } from './operation-row.js';
import { escapeAll, writeStyled } from './parameter-style.js';
import { headerLines } from './part-headers.js';

/** Content that can be sent again. */
type Solid = string | Blob | ArrayBuffer | Uint8Array<ArrayBuffer>;

/** One part: its headers and what follows them. */
interface Part {
  readonly head: string;
  readonly content: Solid | ReadableStream<Uint8Array>;
}

/**
 * Encodes a body in parts: an array as parts of one name, objects as JSON, a `File` with its name. Without streams among
 * the parts it is a `Blob`, which can be sent again and reads files as they are sent.
 *
 * @throws {IamportError} `kind: 'input'` when it is not an object.
 * @see https://www.rfc-editor.org/rfc/rfc7578
 */
export function encodeMultipart(content: unknown, mediaType: string, manner: BodyManner): EncodedBody {
  const boundary = `----iamport-kit-${crypto.getRandomValues(new Uint32Array(4)).join('-')}`;
  const parts = membersOf(content).flatMap(([name, value]) => partsOf(name, value, manner));
  const pieces = [
    ...parts.flatMap((part) => [`--${boundary}\r\n${part.head}\r\n\r\n`, part.content, '\r\n']),
    `--${boundary}--\r\n`,
  ];
  const withBoundary = `${mediaType}; boundary=${boundary}`;
  const solid = pieces.filter((piece): piece is Solid => !(piece instanceof ReadableStream));
  if (solid.length === pieces.length) return { body: new Blob(solid), mediaType: withBoundary };
  return { body: joined(pieces), mediaType: withBoundary, duplex: 'half' };
}

/** The parts of one property: one, or one for each entry of an array. */
function partsOf(name: string, value: unknown, { encodings, partHeaders }: BodyManner): Part[] {
  const { style, contentType, headers = {} } = (Object.hasOwn(encodings, name) ? encodings[name] : undefined) ?? {};
  const linesAt = (index: number): string[] => headerLines({ part: name, rows: headers, partHeaders, index });
  if (style !== undefined) {
    return styledTexts(name, value, style).map(([key, text]) => partOf(key, text, { lines: linesAt(0) }));
  }
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.map((each, index) => partOf(name, each, { contentType, lines: linesAt(index) }));
}

/** The names and texts that a style makes of a value: those of a query, but parts need no escapes. */
function styledTexts(name: string, value: unknown, how: ParameterStyle): (readonly [string, string])[] {
  return writeStyled({ name, value, how, escape: escapeAll }).map((pair) => {
    const [key = '', text = ''] = pair.split('=').map(decodeURIComponent);
    return [key, text];
  });
}

interface Heading {
  readonly contentType?: string | undefined;
  /** Headers of its own. `Content-Disposition` takes the place of the one that every part has. */
  readonly lines: readonly string[];
}

function partOf(name: string, value: unknown, { contentType: wanted, lines }: Heading): Part {
  const isStream = value instanceof ReadableStream;
  const isFile = isStream || isBinary(value);
  const fileName = isFile
    ? `; filename="${quoted('name' in value && typeof value.name === 'string' ? value.name : 'blob')}"`
    : '';
  const contentType = wanted?.includes(',') === true || wanted?.includes('*') === true ? undefined : wanted;
  const type = contentType ?? typeOf(value, isFile);
  const own = lines.some((line) => /^content-disposition:/i.test(line))
    ? []
    : [`Content-Disposition: form-data; name="${quoted(name)}"${fileName}`];
  const head = [...own, ...(type === undefined ? [] : [`Content-Type: ${type}`]), ...lines];
  return { head: head.join('\r\n'), content: isFile ? value : memberText(name, value) };
}

/** Without a type, a part is text. */
function typeOf(value: unknown, isFile: boolean): string | undefined {
  if (value instanceof Blob && /^[\x20-\x7e]+$/.test(value.type)) return value.type;
  if (isFile) return 'application/octet-stream';
  return typeof value === 'object' ? 'application/json' : undefined;
}

/** A name within quotes, as browsers write it. */
function quoted(name: string): string {
  return name.replace(/\r\n?|\n/g, '%0D%0A').replaceAll('"', '%22');
}

/** Everything one after the other. Reading begins with the first read. */
function joined(pieces: readonly Part['content'][]): ReadableStream<Uint8Array> {
  const bytes = bytesOf(pieces);
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await bytes.next();
      if (done === true) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await bytes.return();
    },
  });
}

async function* bytesOf(pieces: readonly Part['content'][]): AsyncGenerator<Uint8Array, void, void> {
  for (const piece of pieces) {
    const stream = piece instanceof ReadableStream ? piece : new Blob([piece]).stream();
    const reader = stream.getReader();
    try {
      for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
    } finally {
      // Only where the whole was given up.
      await reader.cancel().catch(() => undefined);
    }
  }
}
