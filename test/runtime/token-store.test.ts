import { describe, expect, it } from 'vitest';

import type { IamportEvent, StoredToken } from '../../src/index.js';
import { FIRST, openSandboxShop, type SandboxShop } from './sandbox-shop.js';

// What is in the store is judged by the time of this machine.
const REAL = { clock: 'real' } as const;

const tokenRequests = ({ requests }: SandboxShop) => requests.filter(({ url }) => url === '/users/getToken');

describe('a token store', () => {
  function createStore(): {
    entries: Map<string, StoredToken>;
    get: (key: string) => StoredToken | undefined;
    set: (key: string, token: StoredToken) => Promise<void>;
  } {
    const entries = new Map<string, StoredToken>();
    return {
      entries,
      get: (key) => entries.get(key),
      set: (key, token) => {
        entries.set(key, token);
        return Promise.resolve();
      },
    };
  }

  it('lets many clients share one token, kept apart by merchant, under keys that tell nothing', async () => {
    const tokenStore = createStore();
    const events: IamportEvent[] = [];
    const shop = await openSandboxShop({ tokenStore, onEvent: (event) => events.push(event) }, REAL);
    await shop.add({ amount: 1004 });
    for (let count = 0; count < 5; count += 1) await shop.another().payments.get({ imp_uid: FIRST });
    expect(tokenRequests(shop)).toHaveLength(1);
    expect(events.filter(({ type }) => type === 'token')).toMatchObject([
      { outcome: 'fetched' },
      ...Array.from({ length: 4 }, () => ({ outcome: 'from_store' })),
    ]);
    const other = shop.another({ impKey: 'imp_sandbox_another' });
    await expect(other.payments.get({ imp_uid: FIRST })).rejects.toMatchObject({ httpStatus: 404 });
    expect(tokenRequests(shop)).toHaveLength(2);
    expect([...tokenStore.entries.keys()].join()).not.toMatch(/sandbox|another/);
    expect(tokenStore.entries.size).toBe(2);
  });

  it.each<[string, () => unknown]>([
    ['fails', () => Promise.reject(new Error('canary'))],
    [
      'throws',
      () => {
        throw new Error('canary');
      },
    ],
    ['holds rubbish', () => ({ access_token: 'a\r\nb', expired_at: 9e9 })],
    ['holds an expired token', () => ({ access_token: 'old', expired_at: 1 })],
  ])('that %s is no trouble', async (_title, get) => {
    const tokenStore = { get: () => get() as StoredToken, set: () => Promise.reject(new Error('canary')) };
    const { iamport, add } = await openSandboxShop({ tokenStore });
    await add({ amount: 1004 });
    await expect(iamport.payments.get({ imp_uid: FIRST })).resolves.toMatchObject({ amount: 1004 });
  });

  it('that holds a token the server refuses is asked past', async () => {
    const store = createStore();
    const stale = { access_token: 'stale', expired_at: Date.now() / 1000 + 900 };
    const { iamport, add, sandbox } = await openSandboxShop({ tokenStore: { ...store, get: () => stale } });
    await add({ amount: 1004 });
    await expect(iamport.payments.get({ imp_uid: FIRST })).resolves.toMatchObject({ amount: 1004 });
    const token = sandbox.service.world('imp_sandbox_1').token?.value;
    expect([...store.entries.values()]).toMatchObject([{ access_token: token }]);
  });
});
