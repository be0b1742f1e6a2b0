import assert from 'node:assert/strict';

import { operations, type Iamport } from 'iamport-kit';

import { success } from '../../runtime/api-server.js';
import { withServer, type Service } from './service.js';

const hostile = [
  '',
  '.',
  '..',
  'find/X/paid',
  'imp_1?include_sandbox=true',
  'imp_1#x',
  '%2e%2e',
  '.%2E',
  '..\\users',
  'imp_1\u0000',
  'a'.repeat(10_000),
];

/** Over every operation with a field in its path, through `call` and through `raw`: no ID leads to another URL. */
export async function checkHostileIds(): Promise<void> {
  await withServer(
    () => success(null),
    async (service) => {
      let count = 0;
      for (const [id, row] of Object.entries(operations)) {
        const { pathFields } = row;
        if (pathFields === undefined) continue;
        count += 1;
        for (const value of hostile) await checkId(service, { id, value, ...row, pathFields });
      }
      assert.ok(count >= 30, `only ${count} operations have a field in their path`);
    },
  );
}

interface Attack {
  readonly id: string;
  readonly value: string;
  readonly method: string;
  readonly path: string;
  readonly pathFields: object;
}

async function checkId({ iamport, requests }: Service, { id, value, method, path, pathFields }: Attack): Promise<void> {
  const before = requests.length;
  const names = Object.keys(pathFields).map((name) => [name, value]);
  // The table is gone through by hand: no type can hold all inputs.
  const calls: ((client: Iamport) => Promise<unknown>)[] = [
    ({ call }) => call(id as 'getPayment', Object.fromEntries(names) as { imp_uid: string }),
    ({ raw }) => (raw[method as 'GET'] as Raw)(path, { params: { path: Object.fromEntries(names) as object } }),
  ];
  for (const call of calls) await call(iamport).catch(() => undefined);
  // Whatever was sent went to this operation's own path, with the value as one encoded segment.
  const own = path.replace(/\{[^{}]+\}/g, () => encodeURIComponent(value));
  for (const { url } of requests.slice(before)) {
    if (url !== '/users/getToken') assert.equal(url.split('?')[0], own, `${id} with ${value.slice(0, 40)}`);
    assert.doesNotMatch(url, /\/\.{1,2}(\/|$)|include_sandbox=|\/X\/paid/);
  }
}

type Raw = (path: string, init: { params: { path: object } }) => Promise<unknown>;
