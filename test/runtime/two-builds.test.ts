import { createRequire } from 'node:module';

import { expect, it } from 'vitest';

// The built package under its own name, as Node resolves it: `import` and `require` lead to different copies.
import * as modules from 'iamport-kit';
import * as validators from 'iamport-kit/validators';

const require = createRequire(import.meta.url);
const commonJs = require('iamport-kit') as typeof modules;

class Own extends modules.IamportError {}

it('are two copies with the same names', () => {
  expect(commonJs.createIamport).not.toBe(modules.createIamport);
  expect(Object.keys(commonJs).sort()).toEqual(Object.keys(modules).sort());
  expect(Object.keys(require('iamport-kit/validators') as object).sort()).toEqual(Object.keys(validators).sort());
});

it.each([
  ['an error of the same copy', new modules.IamportError('input', 'no'), true],
  ['an error of the other copy', new commonJs.IamportError('input', 'no'), true],
  ['an error of a subclass', new Own('input', 'no'), true],
  ['another error', new Error('no'), false],
  ['a copy of its fields', Object.assign({}, new modules.IamportError('input', 'no')), false],
  ['null', null, false],
  ['text', 'IamportError', false],
])('instanceof: %s', (_title, value, want) => {
  expect([value instanceof modules.IamportError, value instanceof commonJs.IamportError]).toEqual([want, want]);
});

it('instanceof of a subclass means that subclass', () => {
  expect([new Own('input', 'no') instanceof Own, new modules.IamportError('input', 'no') instanceof Own]).toEqual([
    true,
    false,
  ]);
});

it('the brand shows nowhere', () => {
  const error = new modules.IamportError('input', 'no');
  expect(Reflect.ownKeys(error).filter((key) => typeof key === 'symbol')).toEqual([]);
  expect(error.propertyIsEnumerable(Symbol.for('iamport-kit.IamportError'))).toBe(false);
});

it('validators load on demand in both', async () => {
  const fail = (kit: typeof modules): Promise<unknown> =>
    kit
      .createIamport({ impKey: 'key', impSecret: 'secret', fetch: () => Promise.reject(new Error('nothing is sent')) })
      .call('preparePayment', { merchant_uid: 'o', amount: '1004' as unknown as number })
      .catch((error: unknown) => (error as { readonly kind: string }).kind);
  expect([await fail(modules), await fail(commonJs)]).toEqual(['input', 'input']);
});
