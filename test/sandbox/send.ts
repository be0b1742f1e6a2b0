import type { Sandbox } from '../../scripts/sandbox/sandbox.js';
import { operations } from '../../src/index.js';
import type { OperationId } from './every-operation.js';

/** What came back over the wire. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: { readonly code: number; readonly message: string | null; readonly response: unknown };
}

/** One call, as the client's methods take it. */
export interface Call {
  readonly id: OperationId;
  readonly input: Readonly<Record<string, unknown>>;
  /** JSON when missing. */
  readonly as?: 'json' | 'form';
  readonly headers?: Readonly<Record<string, string>>;
}

interface Row {
  readonly method: string;
  readonly path: string;
  readonly pathFields?: Readonly<Record<string, string>>;
  readonly queryFields?: Readonly<Record<string, string>>;
}

const FORM = 'application/x-www-form-urlencoded';

/** Sends one call over the wire of the sandbox, without a client that would check it first. */
export async function send(sandbox: Sandbox, { id, input, as = 'json', headers = {} }: Call): Promise<Answer> {
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
    headers: {
      authorization: await token(sandbox),
      'content-type': as === 'json' ? 'application/json' : FORM,
      ...headers,
    },
    ...(method !== 'GET' && { body: as === 'json' ? JSON.stringify(body) : form(body) }),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Answer['body'] };
}

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
