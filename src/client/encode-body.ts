import { isBinary, memberText, membersOf, type BodyManner, type EncodedBody, type Encodings } from './body-members.js';
import { encodeMultipart } from './multipart-body.js';
import { escapeAll, escapeUnreserved, primitiveText, writeStyled } from './parameter-style.js';
import { assertFinite } from './request.js';

/**
 * Encodes a body for its media type: JSON, a form, parts, or text and bytes as they are.
 *
 * @throws {IamportError} `kind: 'input'` for a value that the media type cannot express.
 */
export function encodeBody(content: unknown, mediaType: string, manner: BodyManner): EncodedBody {
  if (/[/+]json\b/i.test(mediaType)) {
    assertFinite(content);
    return { body: JSON.stringify(content), mediaType };
  }
  if (/^application\/x-www-form-urlencoded\b/i.test(mediaType))
    return { body: encodeUrl(content, manner.encodings), mediaType };
  if (/^multipart\//i.test(mediaType)) return encodeMultipart(content, mediaType, manner);
  if (content instanceof ReadableStream) return { body: content, mediaType, duplex: 'half' };
  if (isBinary(content)) return { body: content, mediaType };
  return { body: primitiveText('the body', content), mediaType };
}

/**
 * `application/x-www-form-urlencoded`: a member as text, an object as JSON, an array as repeated names, unless the document
 * gives a member a style.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#encoding-the-x-www-form-urlencoded-media-type
 */
function encodeUrl(content: unknown, encodings: Encodings): string {
  const parts = membersOf(content).flatMap(([name, value]) => {
    const { style, contentType } = (Object.hasOwn(encodings, name) ? encodings[name] : undefined) ?? {};
    if (style !== undefined) {
      const escape = style.allowReserved === true ? escapeUnreserved : escapeAll;
      return writeStyled({ name, value, how: style, escape });
    }
    const values: readonly unknown[] = Array.isArray(value) && !/json/i.test(contentType ?? '') ? value : [value];
    return values.map((each) => `${escapeAll(name)}=${escapeAll(memberText(name, each))}`);
  });
  // Here, and nowhere else in a URL's syntax, a space is a plus sign.
  return parts.join('&').replaceAll('%20', '+');
}
