import { Source } from '@redocly/openapi-core';

import { RefusedReference } from '../messages/refused-reference.js';

/** Settings of requests; tests use others. */
export interface Asking {
  readonly ask: (url: URL, init: RequestInit) => Promise<Response>;
  /** For the whole response. */
  readonly seconds: number;
  readonly megabytes: number;
}

/** 20 MB, the limit for all files of a spec. */
const USUAL: Asking = { ask: fetch, seconds: 30, megabytes: 20 };

/**
 * Fetches a file over https from a host that the caller has named. No credentials are sent, and redirects are not followed:
 * they could lead to any host.
 *
 * @throws {RefusedReference} with the problem and the fix, when the file cannot be fetched, is a web page, or is too large or too slow.
 */
export async function loadRemote(address: string, hosts: readonly string[], asking: Asking = USUAL): Promise<Source> {
  const url = new URL(address);
  const { host } = url;
  if (url.protocol !== 'https:') throw new RefusedReference('not-https');
  if (!hosts.includes(host)) throw new RefusedReference('host-not-allowed', { host });
  const signal = AbortSignal.timeout(asking.seconds * 1000);
  try {
    const response = await asking.ask(url, { redirect: 'manual', signal });
    checkAnswer(response, url);
    const text = await textOf(response, url, asking);
    return new Source(address, text, response.headers.get('content-type') ?? undefined);
  } catch (cause) {
    throw signal.aborted
      ? new RefusedReference('too-slow', { host, seconds: asking.seconds }, { cause })
      : named(cause, host);
  }
}

function checkAnswer({ status, ok, headers }: Response, url: URL): void {
  const location = headers.get('location');
  if (status >= 300 && status < 400 && location !== null) {
    const target = URL.canParse(location, url.href) ? new URL(location, url) : url;
    const where = `${target.protocol}//${target.host}${target.pathname}`;
    throw new RefusedReference('redirected', { host: url.host, target: where });
  }
  if (!ok) throw new RefusedReference('status', { host: url.host, status });
  if (/^(text\/html|application\/xhtml)/i.test(headers.get('content-type') ?? ''))
    throw new RefusedReference('web-page', { host: url.host });
}

async function textOf({ body }: Response, url: URL, { megabytes }: Asking): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  // Edge: the body of a response consists of bytes. Leaving the loop cancels it.
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    bytes += chunk.byteLength;
    if (bytes > megabytes * 1_000_000) throw new RefusedReference('too-large', { host: url.host, megabytes });
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

/** The message of `fetch` is only `fetch failed`; its cause has the reason. */
function named(cause: unknown, host: string): RefusedReference {
  if (cause instanceof RefusedReference) return cause;
  const behind = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  const detail = behind instanceof Error && 'code' in behind ? String(behind.code) : String(behind);
  return new RefusedReference('unreachable', { host, detail }, { cause });
}
