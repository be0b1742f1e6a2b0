/** Maximum compression ratio of gzip and deflate, according to zlib. */
const LARGEST_RATIO = 1032;

/**
 * Reads the body of a response as text. Stops and returns `undefined` beyond `limit` bytes: a small response can
 * decompress to gigabytes, and a broken server can send forever.
 *
 * @param limit Bytes of the decoded body.
 */
export function readBody(response: Response, limit: number): Promise<string | undefined> {
  const { body } = response;
  return body === null || isSurelySmall(response.headers, limit) ? response.text() : readAtMost(body, limit);
}

async function readAtMost(body: ReadableStream<Uint8Array>, limit: number): Promise<string | undefined> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let [text, size] = ['', 0];
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size > limit) {
      // Not awaited: a server that sends forever may not notice.
      reader.cancel().catch(() => undefined);
      return undefined;
    }
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}

/** Whether the headers rule out a large body, so that its bytes need no counting. */
function isSurelySmall(headers: Headers, limit: number): boolean {
  const length = Number(headers.get('content-length') ?? Number.NaN);
  const encoding = headers.get('content-encoding');
  if (encoding === null || encoding === '') return length <= limit;
  return /^(gzip|deflate)$/i.test(encoding) && length * LARGEST_RATIO <= limit;
}
