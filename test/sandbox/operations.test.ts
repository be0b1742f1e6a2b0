import { describe, expect, it } from 'vitest';

import { readFileSync } from 'node:fs';

import { coverage, createSandbox, type Sandbox } from '../../scripts/sandbox/sandbox.js';
import { HANDLERS } from '../../scripts/sandbox/model/operations.js';
import type { Turn } from '../../scripts/sandbox/model/turn.js';
import { operations } from '../../src/index.js';
import { AFTER_EVENTS, busySandbox, SUCCESSES, type OperationId } from './every-operation.js';
import { send } from './send.js';

// Every operation of the document answers, with JSON and with a form, and every answer fits the document.

describe.each(['json', 'form'] as const)('every operation, sent as %s', (as) => {
  it('answers with success where it should', async () => {
    const sandbox = await busySandbox();
    const answers: [OperationId, number, number, string | null][] = [];
    for (const [id, input] of SUCCESSES) {
      const { status, body } = await send(sandbox, { id, input, as });
      answers.push([id, status, body.code, body.message]);
    }
    expect(answers).toEqual(SUCCESSES.map(([id]) => [id, 200, 0, null]));
    expect(sandbox.journal.entries('bug')).toEqual([]);
  });

  it.each(AFTER_EVENTS)('answers %s after its event', async (id, input, prepare) => {
    const sandbox = await busySandbox();
    await prepare(sandbox);
    const { status, body } = await send(sandbox, { id, input, as });
    expect([status, body.code, body.message]).toEqual([200, 0, null]);
  });
});

describe('where answers come from', () => {
  it('operations without a model answer with the example of the document, and say so', async () => {
    const sandbox = await busySandbox();
    const examples = coverage().filter(({ answer }) => answer === 'example');
    expect(examples.map(({ operation }) => operation)).toEqual([
      'getBenepiaPoints',
      'listNaverReviews',
      'getVbankHolder',
    ]);
    for (const [id, input] of SUCCESSES) {
      const { body, headers } = await send(sandbox, { id, input });
      const isExample = examples.some(({ operation }) => operation === id);
      expect([id, headers.get('x-sandbox-answer')]).toEqual([id, isExample ? 'example' : null]);
      const file = `spec/examples/${id}/200.json`;
      if (isExample) expect(body).toEqual(JSON.parse(readFileSync(file, 'utf8')));
    }
    const noted = sandbox.journal.entries('request').filter(({ data }) => String(data.notes).includes('the example'));
    expect(noted.map(({ data }) => data.operation)).toEqual(['getVbankHolder', 'getBenepiaPoints', 'listNaverReviews']);
  });

  it('the coverage says it as it is: what each operation reads and changes', async () => {
    const seen: Record<string, string> = {};
    const sandbox = await busySandbox();
    for (const [id, input] of SUCCESSES) {
      seen[id] = watch(sandbox, id, input);
      await send(sandbox, { id, input });
    }
    for (const [id, input, prepare] of AFTER_EVENTS) {
      const own = await busySandbox();
      await prepare(own);
      seen[id] = watch(own, id, input);
    }
    const said = coverage().map(({ operation, answer }) => [operation, answer === 'example' ? 'table' : answer]);
    expect(seen).toEqual(Object.fromEntries(said));
  });
});

/** Carries an operation out on a world that notes whether it is read and changed. */
function watch(sandbox: Sandbox, id: OperationId, input: Record<string, unknown>): 'state' | 'check' | 'table' {
  let world = sandbox.service.world('imp_sandbox_1');
  const did = { read: false, change: false };
  const turn = {
    now: sandbox.clock.seconds(),
    effects: [],
    get world() {
      did.read = true;
      return world;
    },
    set world(next) {
      did.change = true;
      world = next;
    },
  };
  const handlers: Readonly<Record<string, (turn: Turn, input: never) => unknown>> = HANDLERS;
  handlers[id]?.(turn, input as never);
  if (!did.read) return 'table';
  return did.change || operations[id].method === 'GET' ? 'state' : 'check';
}

it('the tables hold every operation of the document', () => {
  const called = new Set([...SUCCESSES, ...AFTER_EVENTS].map(([id]) => id));
  expect(Object.keys(operations).filter((id) => !called.has(id as OperationId))).toEqual([]);
});

it('an empty world refuses every operation by the document, and never by accident', async () => {
  const sandbox = createSandbox();
  for (const [id, input] of [...SUCCESSES, ...AFTER_EVENTS]) {
    const { status } = await send(sandbox, { id, input });
    expect({ id, status: status in STATUSES }).toEqual({ id, status: true });
  }
  expect(sandbox.journal.entries('bug')).toEqual([]);
});

const STATUSES = { 200: 1, 207: 1, 400: 1, 401: 1, 404: 1, 405: 1, 409: 1, 500: 1, 501: 1 };
