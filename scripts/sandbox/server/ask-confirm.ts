import type { Service } from './service.js';
import { reasonAgainstTarget } from './webhook-target.js';

/** What is to be confirmed before it is approved. */
export interface Confirmation {
  readonly imp_uid: string;
  readonly merchant_uid: string;
  readonly amount: number;
}

/** The merchant's server has ten seconds of the sandbox's clock. */
const LIMIT = 10_000;

const UNKNOWN = '알 수 없음';

/** Asks `confirm_url` whether a payment may be approved. Null when it may: HTTP 200; otherwise the reason it may not. */
export async function askConfirm(
  { fetch, clock }: Pick<Service, 'fetch' | 'clock'>,
  url: string,
  confirmation: Confirmation,
): Promise<string | null> {
  const reason = reasonAgainstTarget(url);
  if (reason !== null) return `[sandbox] ${reason}`;
  const end = new AbortController();
  const late = clock.wait(LIMIT, end.signal).then(() => UNKNOWN);
  try {
    return await Promise.race([ask(fetch, new Request(url, { ...requestOf(confirmation), signal: end.signal })), late]);
  } catch {
    return UNKNOWN;
  } finally {
    end.abort();
  }
}

async function ask(fetch: Service['fetch'], request: Request): Promise<string | null> {
  const response = await fetch(request);
  const text = await response.text();
  return response.status === 200 ? null : reasonIn(text);
}

function requestOf(confirmation: Confirmation): RequestInit {
  return {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/json', 'x-sandbox': '1' },
    body: JSON.stringify(confirmation),
  };
}

function reasonIn(text: string): string {
  try {
    const body: unknown = JSON.parse(text);
    const isReason = typeof body === 'object' && body !== null && 'reason' in body && typeof body.reason === 'string';
    return isReason ? String(body.reason) : UNKNOWN;
  } catch {
    return UNKNOWN;
  }
}
