import { describe, expect, it } from 'vitest';

import { createSandbox, type Sandbox } from '../../scripts/sandbox/sandbox.js';
import { operations } from '../../src/index.js';
import { AFTER_EVENTS, busySandbox, SUCCESSES, type OperationId } from './every-operation.js';

// Every operation of the document answers, with JSON and with a form, and every answer fits the document.

interface Answer {
  readonly status: number;
  readonly body: { readonly code: number; readonly message: string | null; readonly response: unknown };
}

interface Row {
  readonly method: string;
  readonly path: string;
  readonly pathFields?: Readonly<Record<string, string>>;
  readonly queryFields?: Readonly<Record<string, string>>;
}

/** Sends one call over the wire of the sandbox. */
async function send(
  sandbox: Sandbox,
  id: OperationId,
  input: Record<string, unknown>,
  as: 'json' | 'form',
): Promise<Answer> {
  const { method, path, pathFields = {}, queryFields = {} }: Row = operations[id];
  const rest = new Map(Object.entries(input));
  const take = (field: string): unknown => {
    const value = rest.get(field);
    rest.delete(field);
    return value;
  };
  const filled = Object.entries(pathFields).reduce(
    (text, [field, wire]) => text.replace(`{${wire}}`, encodeURIComponent(String(take(field)))),
    path,
  );
  const url = new URL(filled, 'https://sandbox.invalid');
  for (const [field, wire] of Object.entries(queryFields))
    for (const value of [take(field) ?? []].flat()) url.searchParams.append(wire, textOf(value));
  const body = Object.fromEntries(rest);
  const response = await sandbox.fetch(url, {
    method,
    headers: { authorization: await token(sandbox), 'content-type': as === 'json' ? 'application/json' : FORM },
    ...(method !== 'GET' && { body: as === 'json' ? JSON.stringify(body) : form(body) }),
  });
  return { status: response.status, body: (await response.json()) as Answer['body'] };
}

const FORM = 'application/x-www-form-urlencoded';

async function token(sandbox: Sandbox): Promise<string> {
  const body = JSON.stringify({ imp_key: 'imp_sandbox_1', imp_secret: 'sandbox' });
  const headers = { 'content-type': 'application/json' };
  const response = await sandbox.fetch('https://sandbox.invalid/users/getToken', { method: 'POST', headers, body });
  const answer = (await response.json()) as { response: { access_token: string } };
  return answer.response.access_token;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** A body with PHP's brackets. */
function form(body: Record<string, unknown>): string {
  const pairs: [string, string][] = [];
  const put = (name: string, value: unknown): void => {
    if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) put(`${name}[${key}]`, inner);
    else pairs.push([name, textOf(value)]);
  };
  for (const [name, value] of Object.entries(body)) put(name, value);
  return new URLSearchParams(pairs).toString();
}

describe.each(['json', 'form'] as const)('every operation, sent as %s', (as) => {
  it('answers with success where it should', async () => {
    const sandbox = await busySandbox();
    const answers: [OperationId, number, number, string | null][] = [];
    for (const [id, input] of SUCCESSES) {
      const { status, body } = await send(sandbox, id, input, as);
      answers.push([id, status, body.code, body.message]);
    }
    expect(answers).toEqual(SUCCESSES.map(([id]) => [id, 200, 0, null]));
    expect(sandbox.journal.entries('bug')).toEqual([]);
  });

  it.each(AFTER_EVENTS)('answers %s after its event', async (id, input, prepare) => {
    const sandbox = await busySandbox();
    await prepare(sandbox);
    const { status, body } = await send(sandbox, id, input, as);
    expect([status, body.code, body.message]).toEqual([200, 0, null]);
  });
});

it('the tables hold every operation of the document', () => {
  const called = new Set([...SUCCESSES, ...AFTER_EVENTS].map(([id]) => id));
  expect(Object.keys(operations).filter((id) => !called.has(id as OperationId))).toEqual([]);
});

it('an empty world refuses every operation by the document, and never by accident', async () => {
  const sandbox = createSandbox();
  for (const [id, input] of [...SUCCESSES, ...AFTER_EVENTS]) {
    const { status } = await send(sandbox, id, input, 'json');
    expect({ id, status: status in STATUSES }).toEqual({ id, status: true });
  }
  expect(sandbox.journal.entries('bug')).toEqual([]);
});

const STATUSES = { 200: 1, 207: 1, 400: 1, 401: 1, 404: 1, 405: 1, 409: 1, 500: 1, 501: 1 };
