import { describe, expect, it } from 'vitest';

import type { IamportEvent, StoredToken } from '../../src/index.js';
import { success } from './api-server.js';
import { createAuthority, UNAUTHORIZED } from './authority.js';
import { connectTo, isTokenRequest, PAYMENT } from './setting.js';

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
    const authority = createAuthority();
    const events: IamportEvent[] = [];
    const { server, another } = await connectTo(
      (request) => (isTokenRequest(request) ? authority.grant() : success(PAYMENT)),
      { tokenStore, onEvent: (event) => events.push(event) },
    );
    for (let count = 0; count < 5; count += 1) await another().payments.get({ imp_uid: 'imp_1' });
    expect(server.requests.filter(isTokenRequest)).toHaveLength(1);
    expect(events.filter(({ type }) => type === 'token')).toMatchObject([
      { outcome: 'fetched' },
      ...Array.from({ length: 4 }, () => ({ outcome: 'from_store' })),
    ]);
    await another({ impKey: 'another-key' }).payments.get({ imp_uid: 'imp_1' });
    expect(server.requests.filter(isTokenRequest)).toHaveLength(2);
    expect([...tokenStore.entries.keys()].join()).not.toMatch(/canary|another/);
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
    const { iamport } = await connectTo(
      (request) => (isTokenRequest(request) ? createAuthority().grant() : success(PAYMENT)),
      { tokenStore: { get: () => get() as StoredToken, set: () => Promise.reject(new Error('canary')) } },
    );
    await expect(iamport.payments.get({ imp_uid: 'imp_1' })).resolves.toMatchObject({ amount: 1004 });
  });

  it('that holds a token the server refuses is asked past', async () => {
    const authority = createAuthority();
    const tokenStore = createStore();
    const { iamport } = await connectTo(
      (request) =>
        isTokenRequest(request) ? authority.grant() : authority.accepts(request) ? success(PAYMENT) : UNAUTHORIZED,
      { tokenStore: { ...tokenStore, get: () => ({ access_token: 'stale', expired_at: Date.now() / 1000 + 900 }) } },
    );
    await expect(iamport.payments.get({ imp_uid: 'imp_1' })).resolves.toMatchObject({ amount: 1004 });
    expect([...tokenStore.entries.values()]).toMatchObject([{ access_token: 'token-1' }]);
  });
});
