import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { coverage, REFUSALS, TEST_CARDS } from '../../scripts/sandbox/sandbox.js';
import { createIamport, IamportError, operations } from '../../src/index.js';
import { busySandbox } from './every-operation.js';
import { shopWith } from './receiver.js';
import { CASES } from './refusal-cases.js';
import { AFTERWARDS } from './refusals-afterwards.js';

describe('the table of refusals', () => {
  it('never presents a text of its own as the server’s', () => {
    const wrong = Object.entries(REFUSALS).filter(
      ([code, { evidence, message }]) =>
        // Recorded as a text, but with the status of the documents.
        code !== 'key/unknown-404' && (evidence === 'recorded') === message.includes('[sandbox]'),
    );
    expect(wrong).toEqual([]);
  });

  it('names operations of the document, and a source for each row', () => {
    const named = Object.values(REFUSALS).flatMap(({ on }) => on.split(' '));
    expect([...new Set(named)].filter((id) => !['', '*'].includes(id) && !Object.hasOwn(operations, id))).toEqual([]);
    expect(Object.values(REFUSALS).filter(({ source }) => source === '')).toEqual([]);
  });

  it('uses statuses that the document gives to the operation', () => {
    const undocumented = coverage().flatMap(({ operation, refusals }) =>
      refusals
        .filter(({ status }) => !documentedStatuses(operation).has(status))
        .map(({ refusal, status }) => `${operation} ${status} ${refusal}`),
    );
    // What the document does not say and the records or the sandbox do.
    expect(undocumented).toEqual([
      'cancelPayment 400 cancel/no-id',
      'payAgain 400 charge/inicis-name',
      'payOnetime 400 charge/inicis-name',
    ]);
  });
});

// Our own output.
const manifest = JSON.parse(readFileSync('generated/manifest.json', 'utf8')) as {
  readonly operations: Readonly<Record<string, { readonly responses: Readonly<Record<string, string>> }>>;
};

function documentedStatuses(operation: string): Set<number> {
  return new Set(Object.keys(manifest.operations[operation]?.responses ?? {}).map(Number));
}

describe('refusals', () => {
  it.each(CASES)('%s', async (refusal, act) => {
    const shop = shopWith();
    const error: unknown = await act(shop, shop.iamport.call).then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(IamportError);
    // The client may have looked afterwards what became of its call.
    const { status, code } = REFUSALS[refusal];
    const answers = shop.sandbox.journal.entries('request').map(({ data }) => data);
    expect(answers).toContainEqual(expect.objectContaining({ refusal, status, code }));
  });

  it.each(AFTERWARDS.map(([refusal, ...calls]) => [refusal, calls] as const))(
    '%s, afterwards',
    async (refusal, calls) => {
      const sandbox = await busySandbox();
      const iamport = createIamport(sandbox.clientOptions());
      // One function for every operation: the inputs of the table were written for theirs.
      const call = iamport.call as (operation: string, input: object) => Promise<unknown>;
      const last = calls.length - 1;
      for (const [operation, input] of calls.slice(0, last)) await call(operation, input);
      await expect(call(...calls[last]!)).rejects.toBeInstanceOf(IamportError);
      const { status, code } = REFUSALS[refusal];
      const answers = sandbox.journal.entries('request').map(({ data }) => data);
      expect(answers).toContainEqual(expect.objectContaining({ refusal, status, code }));
    },
  );

  it('every test card does what it says', async () => {
    const seen: Record<string, string> = {};
    for (const number of Object.keys(TEST_CARDS)) {
      const { iamport } = shopWith();
      seen[number] = await iamport
        .call('payOnetime', { merchant_uid: 'c', amount: 100, name: 'n', expiry: '2030-12', card_number: number })
        .then(
          ({ status }) => status,
          () => 'refused',
        );
    }
    expect(seen).toEqual({
      '4242424242424242': 'paid',
      '4000000000000002': 'refused',
      '4000000000009995': 'failed',
      '4000000000000069': 'refused',
      '4000000000000341': 'failed',
      '4000000000000119': 'paid',
      '4000000000005126': 'paid',
    });
  });
});
