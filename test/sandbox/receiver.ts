import { createSandbox, type Sandbox, type SandboxOptions } from '../../scripts/sandbox/sandbox.js';
import { createIamport, type Iamport } from '../../src/index.js';

/** One notification as the shop got it. */
export interface Received {
  readonly url: string;
  readonly type: string;
  readonly body: string;
}

export const WEBHOOK = 'http://localhost:3000/webhook';

/** A sandbox whose notifications arrive in a list, without a network. `answers` are the statuses the shop gives, then 200. */
export function shopWith(
  options: SandboxOptions = {},
  answers: readonly (number | 'reset')[] = [],
): { sandbox: Sandbox; iamport: Iamport; received: Received[] } {
  const received: Received[] = [];
  const rest = [...answers];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    received.push({ url: request.url, type: request.headers.get('content-type') ?? '', body: await request.text() });
    const status = rest.shift() ?? 200;
    if (status === 'reset') throw new TypeError('fetch failed', { cause: { code: 'ECONNRESET' } });
    return new Response('ok', { status });
  };
  const sandbox = createSandbox({ webhook: WEBHOOK, fetch, ...options });
  return { sandbox, iamport: createIamport(sandbox.clientOptions()), received };
}

/** A window of the default gateway that has opened. */
export async function openWindow(sandbox: Sandbox, params: Record<string, unknown> = {}) {
  const window = await sandbox.merchant().requestPay({ merchant_uid: 'o-1', amount: 1004, name: '당근', ...params });
  if (window.outcome === 'refused') throw new Error(JSON.stringify(window.callback));
  return window;
}
