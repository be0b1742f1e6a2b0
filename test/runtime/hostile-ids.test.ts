// A server of its own: what matters is the address on the wire, and the sandbox answers most of these with 404.
import { describe, expect, it } from 'vitest';

import { IamportError, operations } from '../../src/index.js';
import type { OperationRow } from '../../src/core.js';
import { success } from './api-server.js';
import { connect } from './setting.js';

const HOSTILE = [
  '',
  '.',
  '..',
  '%2e%2e',
  '.%2E',
  '%2e',
  './',
  '../',
  '../users/pg',
  '..\\users',
  '..;/users',
  'find/X/paid',
  'imp_1/../../users/getToken',
  'imp_1?include_sandbox=true',
  'imp_1#x',
  '//evil.test/x',
  '\\\\evil.test',
  'https://evil.test/',
  '@evil.test',
  'imp_1\u0000',
  'imp_1\u0085',
  'imp_1\r\nx: y',
  '\t..',
  ' ..',
  '..\n',
  '\ud800',
  '．．',
  '%',
  '%00',
  '%252e%252e',
  'a'.repeat(10_000),
  '../'.repeat(3000),
  null,
  undefined,
  12,
  ['..'],
  {},
  true,
];

const rows: [string, OperationRow][] = Object.entries<OperationRow>(operations).filter(
  ([, { pathFields }]) => pathFields !== undefined,
);

it('an ID that is no text is refused, whatever validation says', async () => {
  const { iamport, server } = await connect(() => success(null), { validate: { request: 'off' } });
  for (const value of [12, 12n, true, ['imp_1'], { toString: () => 'imp_1' }]) {
    // What a program without types may do.
    const call = iamport.payments.get({ imp_uid: value as unknown as string });
    await expect(call).rejects.toMatchObject({ kind: 'input', sent: 'no' });
  }
  expect(server.requests).toEqual([]);
});

it('knows operations with a path field', () => {
  expect(rows.length).toBeGreaterThanOrEqual(8);
});

describe.each(['throw', 'off'] as const)('with validation of inputs: %s', (request) => {
  it.each(rows)('no ID leads %s elsewhere', async (id, row) => {
    const { iamport, server } = await connect(() => success(null), { validate: { request, response: 'off' } });
    const fixed = row.path.split('/');
    for (const value of HOSTILE) {
      for (const field of Object.keys(row.pathFields ?? {})) {
        const others = Object.fromEntries(Object.keys(row.pathFields ?? {}).map((name) => [name, 'paid']));
        const before = server.calls().length;
        const input = { ...others, [field]: value };
        // The table is gone through by hand: no type can hold all inputs.
        const error: unknown = await iamport.call(id as 'getPayment', input as unknown as { imp_uid: string }).then(
          () => undefined,
          (reason: unknown) => reason,
        );
        const sent = server.calls().slice(before);
        if (error !== undefined) {
          expect({ value, kind: (error as IamportError).kind, sent }).toEqual({ value, kind: 'input', sent: [] });
          continue;
        }
        // Some writes look first: the write itself is the last one.
        const last = sent.at(-1)!;
        const segments = new URL(last.url, 'http://api').pathname.split('/');
        const wanted = fixed.map((part) =>
          /^\{.*\}$/.test(part)
            ? encodeURIComponent(String((input as Record<string, unknown>)[part.slice(1, -1)]))
            : part,
        );
        expect({ value, method: last.method, segments }).toEqual({ value, method: row.method, segments: wanted });
      }
    }
  });
});

it.each(rows)('no ID leads the raw client elsewhere: %s', async (_id, { path, method, pathFields }) => {
  const { iamport, server } = await connect(() => success(null));
  const call = iamport.raw[method as 'GET'] as (path: string, init: unknown) => Promise<unknown>;
  for (const value of HOSTILE) {
    const values = Object.fromEntries(Object.values(pathFields ?? {}).map((name) => [name, value]));
    await call(path, { params: { path: values } }).catch((error: unknown) => {
      expect(error).toBeInstanceOf(IamportError);
    });
  }
  for (const { url } of server.calls()) {
    expect(new URL(url, 'http://api').pathname.split('/')).toHaveLength(path.split('/').length);
  }
});
