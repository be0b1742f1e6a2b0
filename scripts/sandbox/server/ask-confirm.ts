import { reasonAgainstTarget } from './webhook-target.js';

/** What is to be confirmed before it is approved. */
export interface Confirmation {
  readonly imp_uid: string;
  readonly merchant_uid: string;
  readonly amount: number;
}

/** The merchant's server has ten seconds. */
const LIMIT = 10_000;

/** Asks `confirm_url` whether a payment may be approved. Null when it may: HTTP 200; otherwise the reason it may not. */
export async function askConfirm(
  fetch: typeof globalThis.fetch,
  url: string,
  confirmation: Confirmation,
): Promise<string | null> {
  const reason = reasonAgainstTarget(url);
  if (reason !== null) return `[sandbox] ${reason}`;
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/json', 'x-sandbox': '1' },
      body: JSON.stringify(confirmation),
      signal: AbortSignal.timeout(LIMIT),
    });
    const text = await response.text();
    return response.status === 200 ? null : reasonIn(text);
  } catch {
    return '알 수 없음';
  }
}

function reasonIn(text: string): string {
  try {
    const body: unknown = JSON.parse(text);
    const isReason = typeof body === 'object' && body !== null && 'reason' in body && typeof body.reason === 'string';
    return isReason ? String(body.reason) : '알 수 없음';
  } catch {
    return '알 수 없음';
  }
}
