import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, describe, expect, it } from 'vitest';

import { readRemoteJournal, triggerRemote } from '../../scripts/sandbox/sandbox.js';
import { startSandbox, type RunningSandbox, type StartOptions } from '../../scripts/sandbox/start.js';
import { createIamport } from '../../src/index.js';

const running: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

async function start(options: StartOptions = {}): Promise<RunningSandbox> {
  const sandbox = await startSandbox({ port: 0, ...options });
  running.push(sandbox);
  return sandbox;
}

const post = (url: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  });

describe('the server', () => {
  it('answers the client over loopback, and notifies a real server', async () => {
    const got: string[] = [];
    const shop = createServer((incoming, outgoing) => {
      incoming.on('data', (chunk: Buffer) => got.push(chunk.toString()));
      incoming.on('end', () => outgoing.end('ok'));
    });
    await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve));
    running.push({ close: () => new Promise((resolve) => shop.close(() => resolve())) });
    const { port } = shop.address() as AddressInfo;
    const sandbox = await start({ webhook: `http://127.0.0.1:${port}/webhook` });
    const iamport = createIamport(sandbox.clientOptions());
    const window = await sandbox.merchant().requestPay({ merchant_uid: 'o 1/:@', amount: 1004, name: 'x' });
    if (window.outcome === 'opened') await window.approve();
    expect((await iamport.call('findPayment', { merchant_uid: 'o 1/:@' })).status).toBe('paid');
    expect(got.map((body) => JSON.parse(body) as unknown)).toEqual([
      { imp_uid: 'imp_000000000001', merchant_uid: 'o 1/:@', status: 'paid' },
    ]);
  });

  it.each(['reset-before', 'reset-after-commit', 'truncated', '502-html', 'hang'] as const)(
    'breaks a connection for real: %s',
    async (kind) => {
      const sandbox = await start();
      const token = await post(`${sandbox.url}/users/getToken`, { imp_key: 'imp_sandbox_1', imp_secret: 'sandbox' });
      const { response } = (await token.json()) as { response: { access_token: string } };
      sandbox.faults.next({ operation: 'payOnetime', kind });
      const charge = { merchant_uid: 'o', amount: 1, name: 'n', card_number: '4242424242424242', expiry: '2030-12' };
      const answer = fetch(`${sandbox.url}/subscribe/payments/onetime`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: response.access_token },
        body: JSON.stringify(charge),
        signal: AbortSignal.timeout(500),
      });
      await expect(answer.then((got) => got.json())).rejects.toThrow();
      const isCarriedOut = kind === 'reset-after-commit' || kind === 'truncated';
      expect(sandbox.merchant().payments()).toHaveLength(isCarriedOut ? 1 : 0);
    },
  );

  it('listens on loopback only, and answers to no other name', async () => {
    const sandbox = await start();
    expect(sandbox.url).toBe(`http://127.0.0.1:${sandbox.port}`);
    const status = await new Promise((resolve, reject) => {
      request(
        { port: sandbox.port, host: '127.0.0.1', path: '/_sandbox/overview', headers: { host: 'evil.example' } },
        (response) => {
          resolve(response.statusCode);
          response.resume();
        },
      )
        .on('error', reject)
        .end();
    });
    expect(status).toBe(403);
  });

  it('takes no control from pages of other origins', async () => {
    const sandbox = await start();
    const foreign = await post(`${sandbox.url}/_sandbox/reset`, {}, { origin: 'https://evil.example' });
    expect(foreign.status).toBe(403);
    expect((await post(`${sandbox.url}/_sandbox/reset`, {}, { origin: sandbox.url })).status).toBe(200);
  });

  it('refuses a body without end', async () => {
    const sandbox = await start();
    const body = 'x'.repeat(3_000_000);
    const answer = await fetch(`${sandbox.url}/payments/prepare`, { method: 'POST', body }).then(
      ({ status }) => status,
      () => 'closed',
    );
    expect([413, 'closed']).toContain(answer);
  });

  it('says when its port is taken', async () => {
    const { port } = await start();
    await expect(startSandbox({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});

describe('control over HTTP', () => {
  const call = async (sandbox: RunningSandbox, route: string, body?: unknown): Promise<unknown> => {
    const url = `${sandbox.url}/_sandbox/${route}`;
    return (body === undefined ? await fetch(url) : await post(url, body)).json();
  };

  it('does what the object does', async () => {
    const sandbox = await start();
    expect(await call(sandbox, 'trigger', { event: 'vbank.issued' })).toMatchObject({
      imp_uid: 'imp_000000000001',
      status: 'ready',
    });
    const { id } = (await call(sandbox, 'snapshot', {})) as { id: string };
    expect(await call(sandbox, 'clock', { advance: '1d' })).toEqual({ now: '2026-01-01T15:00:00.000Z' });
    expect(await call(sandbox, 'trigger', { event: 'vbank.deposited', imp_uid: 'imp_000000000001' })).toMatchObject({
      status: 'paid',
    });
    expect(await call(sandbox, 'restore', { id })).toEqual({ restored: '1' });
    expect(await call(sandbox, 'overview')).toMatchObject({ merchants: [{ payments: [{ status: 'ready' }] }] });
    expect(await call(sandbox, 'faults', { kind: 'hang', operation: 'getTier' })).toMatchObject([{ kind: 'hang' }]);
    expect(await call(sandbox, 'settings', { order: 'duplicate' })).toMatchObject({ order: 'duplicate' });
    const saved = await call(sandbox, 'save');
    expect(await call(sandbox, 'reset', {})).toEqual({ reset: true });
    expect(await call(sandbox, 'overview')).toMatchObject({ merchants: [] });
    expect(await call(sandbox, 'load', saved)).toEqual({ loaded: true });
    expect(await call(sandbox, 'overview')).toMatchObject({ merchants: [{ payments: [{ status: 'ready' }] }] });
    expect(await call(sandbox, 'coverage')).toHaveLength(84);
  });

  it.each([
    ['trigger', { event: 'nothing' }, 'unknown event \\"nothing\\"'],
    ['clock', {}, 'set `advance` to a duration'],
    ['clock', { advance: 'soon' }, 'is not a duration'],
    ['faults', { kind: 'explode' }, 'unknown fault \\"explode\\"'],
    ['settings', { colour: 1 }, 'unknown setting \\"colour\\"'],
    ['restore', { id: 9 }, 'unknown snapshot 9'],
    ['resend', { id: 9 }, 'unknown delivery 9'],
    ['load', {}, 'not a saved state'],
    ['nothing', {}, 'not found: /_sandbox/nothing'],
    ['trigger', [], 'must be a JSON object'],
  ])('%s %j says what is wrong', async (route, body, message) => {
    expect(JSON.stringify(await call(await start(), route, body))).toContain(message);
  });

  it('follows the journal, entry by entry', async () => {
    const sandbox = await start();
    await triggerRemote(sandbox.url, { event: 'payment.paid', set: { amount: '5' } });
    const seen: string[] = [];
    for await (const { text } of readRemoteJournal(sandbox.url, true)) {
      seen.push(text);
      if (seen.length === 1) await sandbox.merchant().configure({ order: 'duplicate' });
      if (text === 'console.settings') break;
    }
    expect(seen[0]).toContain('5 KRW');
    expect(seen.length).toBeGreaterThan(1);
    await expect(triggerRemote(sandbox.url, { event: 'x' })).rejects.toThrow('unknown event "x"');
    await expect(triggerRemote('http://127.0.0.1:1', { event: 'x' })).rejects.toThrow('no sandbox is running');
  });
});
