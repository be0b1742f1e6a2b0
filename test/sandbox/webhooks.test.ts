import { describe, expect, it } from 'vitest';

import { openWindow, shopWith, WEBHOOK } from './receiver.js';

const PAID = { imp_uid: 'imp_000000000001', merchant_uid: 'o-1', status: 'paid' };

describe('what is notified', () => {
  it.each<[string, (shop: ReturnType<typeof shopWith>) => Promise<unknown>, unknown[]]>([
    ['an approval', async ({ sandbox }) => (await openWindow(sandbox)).approve(), [PAID]],
    ['no ordinary failure', async ({ sandbox }) => (await openWindow(sandbox)).decline(), []],
    ['no closed window', async ({ sandbox }) => (await openWindow(sandbox)).close(), []],
    [
      'an account that was issued, and its deposit',
      async ({ sandbox }) => {
        const window = await openWindow(sandbox, { pay_method: 'vbank' });
        await window.approve();
        await sandbox.merchant().command('vbank.deposit', { imp_uid: window.imp_uid });
      },
      [{ ...PAID, status: 'ready' }, PAID],
    ],
    [
      'no cancellation over the API',
      async ({ sandbox, iamport }) => {
        await (await openWindow(sandbox)).approve();
        await iamport.call('cancelPayment', { imp_uid: PAID.imp_uid });
      },
      [PAID],
    ],
    [
      'a cancellation over the API that asks for it',
      async ({ sandbox, iamport }) => {
        await (await openWindow(sandbox)).approve();
        await iamport.call('cancelPayment', { imp_uid: PAID.imp_uid, enable_webhook: true });
      },
      [PAID, { ...PAID, status: 'cancelled', cancellation_id: expect.stringMatching(/^[0-9A-F]{20}$/) as unknown }],
    ],
    [
      'a partial cancellation in the console',
      async ({ sandbox }) => {
        await (await openWindow(sandbox)).approve();
        await sandbox.merchant().command('console.cancel', { imp_uid: PAID.imp_uid, amount: 4 });
      },
      [PAID, { ...PAID, status: 'cancelled', cancellation_id: expect.any(String) as unknown }],
    ],
    [
      'an approval after a failure',
      async ({ sandbox }) => {
        await (await openWindow(sandbox)).decline();
        await sandbox.merchant().command('payment.late-paid', { imp_uid: PAID.imp_uid });
      },
      [PAID],
    ],
    [
      'an escrow that changes',
      async ({ sandbox }) => {
        await (await openWindow(sandbox, { escrow: true })).approve();
        await sandbox.merchant().command('escrow.change', { imp_uid: PAID.imp_uid, escrow_status: '4' });
      },
      [
        PAID,
        {
          ...PAID,
          event: 'Inicis.Escrow.Changed',
          extra: { escrow_status: '4', changed_at: 1_767_193_200, denied_reason: '' },
        },
      ],
    ],
  ])('%s', async (_title, act, want) => {
    const shop = shopWith();
    await act(shop);
    await shop.sandbox.settled();
    expect(shop.received.map(({ body }) => JSON.parse(body) as unknown)).toEqual(want);
  });
});

describe('how it is sent', () => {
  it('goes to the addresses of the request instead of the console', async () => {
    const { sandbox, received } = shopWith();
    const notice_url = ['http://127.0.0.1:1/a', 'http://shop:2/b'];
    await (await openWindow(sandbox, { notice_url })).approve();
    expect(received.map(({ url }) => url)).toEqual(notice_url);
  });

  it('as a form when the console says so', async () => {
    const { sandbox, received } = shopWith({ settings: { webhookForm: 'form' } });
    await (await openWindow(sandbox)).approve();
    expect(received).toEqual([
      {
        url: WEBHOOK,
        type: 'application/x-www-form-urlencoded',
        body: 'imp_uid=imp_000000000001&merchant_uid=o-1&status=paid',
      },
    ]);
  });

  it.each([
    ['http://api.example.com/webhook', 'not sent: api.example.com is neither'],
    ['https://8.8.8.8/', 'not sent: 8.8.8.8 is neither'],
    ['ftp://localhost/', 'not sent: ftp://localhost/ is not an HTTP address'],
    ['http://[2001:db8::1]/', 'not sent: 2001:db8::1 is neither'],
    ['http://localhost.example.com/', 'not sent: localhost.example.com is neither'],
    ['http://10.0.0.1.example.com/', 'not sent: 10.0.0.1.example.com is neither'],
  ])('never to %s', async (notice_url, error) => {
    const { sandbox, received } = shopWith();
    await (await openWindow(sandbox, { notice_url })).approve();
    expect(received).toEqual([]);
    expect(sandbox.webhooks.list()).toMatchObject([
      { state: 'failed', error: expect.stringContaining(error) as string },
    ]);
  });

  it.each([
    'http://127.0.0.1:9/',
    'http://10.1.2.3/',
    'http://192.168.0.2/',
    'http://172.20.0.3/',
    'http://[::1]:3/',
    'http://web:3000/',
  ])('but to %s', async (notice_url) => {
    const { sandbox, received } = shopWith();
    await (await openWindow(sandbox, { notice_url })).approve();
    expect(received).toHaveLength(1);
  });

  it('once by default, whatever the shop answers', async () => {
    const { sandbox, received } = shopWith({}, [500, 500, 500]);
    await (await openWindow(sandbox)).approve();
    await sandbox.clock.advance('1h');
    expect(received).toHaveLength(1);
    expect(sandbox.webhooks.list()).toMatchObject([{ state: 'failed', status: 500, attempt: 1 }]);
  });

  it('again every minute when asked to, until the shop takes it', async () => {
    const { sandbox, received } = shopWith({ settings: { webhookRetries: 5 } }, [500, 'reset', 503]);
    await (await openWindow(sandbox)).approve();
    await sandbox.clock.advance('59s');
    expect(received).toHaveLength(1);
    await sandbox.clock.advance('10m');
    expect(received).toHaveLength(4);
    const tries = sandbox.webhooks.list().map(({ attempt, state, at }) => [attempt, state, at?.slice(14, 19)]);
    expect(tries).toEqual([
      [1, 'failed', '00:00'],
      [2, 'failed', '01:00'],
      [3, 'failed', '02:00'],
      [4, 'delivered', '03:00'],
    ]);
  });

  it('five times more at most', async () => {
    const { sandbox, received } = shopWith({ settings: { webhookRetries: 5 } }, Array<number>(20).fill(500));
    await (await openWindow(sandbox)).approve();
    await sandbox.clock.advance('1d');
    expect(received).toHaveLength(6);
  });

  it('later, in the time of the clock', async () => {
    const { sandbox, received } = shopWith({ settings: { webhookDelay: 90 } });
    await (await openWindow(sandbox)).approve();
    await sandbox.clock.advance('89s');
    expect(received).toHaveLength(0);
    await sandbox.clock.advance('1s');
    expect(received).toHaveLength(1);
  });

  it('again by hand, to the address it had', async () => {
    const { sandbox, received } = shopWith({}, [500]);
    await (await openWindow(sandbox)).approve();
    await sandbox.merchant().configure({ webhookUrl: 'http://localhost:4000/other' });
    const again = await sandbox.webhooks.resend(1);
    expect([again.url, again.attempt, again.state]).toEqual([WEBHOOK, 2, 'delivered']);
    expect(received).toHaveLength(2);
    await expect(sandbox.webhooks.resend(99)).rejects.toThrow('unknown delivery 99');
  });
});

describe('the order against the browser', () => {
  it.each([
    ['webhook-first', 1, true, 1],
    ['browser-first', 0, true, 1],
    ['browser-lost', 1, false, 1],
    ['webhook-lost', 0, true, 0],
    ['duplicate', 2, true, 2],
  ] as const)('%s', async (order, atBrowser, isTold, inTheEnd) => {
    const { sandbox, received } = shopWith();
    const window = await openWindow(sandbox);
    const told = await window.approve({ order });
    expect([received.length, told !== null]).toEqual([atBrowser, isTold]);
    await sandbox.settled();
    expect(received).toHaveLength(inTheEnd);
    expect(sandbox.merchant().payment(window.imp_uid)?.status).toBe('paid');
    if (order === 'webhook-lost') expect(sandbox.webhooks.list()).toMatchObject([{ state: 'lost' }]);
  });
});

describe('confirm_url', () => {
  const confirm_url = 'http://localhost:3000/confirm';
  it.each([
    ['200 lets it pass', new Response('{}'), 'paid', null],
    [
      'a reason is passed on',
      Response.json({ reason: '재고 없음' }, { status: 409 }),
      'failed',
      '(상세사유 : 재고 없음)',
    ],
    ['anything else refuses', new Response('no', { status: 500 }), 'failed', '(상세사유 : 알 수 없음)'],
  ])('%s', async (_title, answer, status, reason) => {
    const asked: unknown[] = [];
    const fetch: typeof globalThis.fetch = async (input, init) => {
      asked.push(await new Request(input, init).json());
      return answer.clone();
    };
    const { sandbox } = shopWith({ fetch });
    const window = await openWindow(sandbox, { confirm_url, notice_url: 'http://8.8.8.8/' });
    const end = await window.approve();
    expect(asked).toEqual([{ imp_uid: window.imp_uid, merchant_uid: 'o-1', amount: 1004 }]);
    const payment = sandbox.merchant().payment(window.imp_uid);
    expect(payment?.status).toBe(status);
    if (reason !== null) {
      expect(payment?.fail_reason).toBe(`고객사 요청에 의해 결제를 중단합니다. ${reason}`);
      expect(end?.callback.error_msg).toBe(payment?.fail_reason);
    }
  });

  const silent: typeof globalThis.fetch = (input, init) => {
    const { signal } = new Request(input, init);
    return new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => {
        reject(new TypeError('fetch failed'));
      });
    });
  };

  it('no answer in ten seconds of the clock refuses', async () => {
    const { sandbox } = shopWith({ fetch: silent });
    const window = await openWindow(sandbox, { confirm_url });
    const end = window.approve();
    await sandbox.clock.advance(9999);
    expect(sandbox.merchant().payment(window.imp_uid)?.status).toBe('ready');
    await sandbox.clock.advance(1);
    expect((await end)?.callback.error_msg).toBe('고객사 요청에 의해 결제를 중단합니다. (상세사유 : 알 수 없음)');
    expect(sandbox.merchant().payment(window.imp_uid)?.status).toBe('failed');
  });

  it('an answer in time leaves nothing waiting for the clock', async () => {
    const { sandbox } = shopWith();
    await (await openWindow(sandbox, { confirm_url })).approve();
    expect(sandbox.clock.isAwaited).toBe(false);
  });
});
