import { createQuerySerializer } from 'openapi-fetch';

import type { OperationRow } from './operation-row.js';
import { buildPath } from './path.js';

const serializeQuery = createQuerySerializer<Record<string, unknown>>();

/**
 * Builds the request of an operation from its input, which must be valid already. The token is not in it yet.
 *
 * @throws {IamportError} `kind: 'input'` when a path value would change the URL.
 */
export function buildRequest(baseUrl: string, row: OperationRow, input: Readonly<Record<string, unknown>>): Request {
  const path = buildPath(row.path, pick(input, row.pathFields));
  const query = serializeQuery(pick(input, row.queryFields));
  const body = bodyOf(row, input);
  const headers = new Headers({ accept: 'application/json' });
  for (const [name, value] of Object.entries(pick(input, row.headerFields))) headers.set(name, String(value));
  if (body !== undefined && row.body !== undefined) headers.set('content-type', row.body.mediaType);
  return new Request(`${baseUrl}${path}${query === '' ? '' : `?${query}`}`, {
    method: row.method,
    headers,
    // A redirect would carry the body, and with it secrets, to wherever it points.
    redirect: 'error',
    ...(body !== undefined && { body }),
  });
}

function pick(
  input: Readonly<Record<string, unknown>>,
  fields: Readonly<Record<string, string>> = {},
): Record<string, unknown> {
  const present = Object.entries(fields).filter(([name]) => input[name] !== undefined && input[name] !== null);
  return Object.fromEntries(present.map(([name, wireName]) => [wireName, input[name]]));
}

function bodyOf(row: OperationRow, input: Readonly<Record<string, unknown>>): string | undefined {
  if (row.body === undefined) return undefined;
  if (row.body.isWhole) return input.body === undefined ? undefined : encode(row.body.mediaType, input.body);
  const elsewhere = { ...row.pathFields, ...row.queryFields, ...row.headerFields };
  return encode(
    row.body.mediaType,
    Object.fromEntries(Object.entries(input).filter(([name]) => !Object.hasOwn(elsewhere, name))),
  );
}

function encode(mediaType: string, body: unknown): string {
  if (mediaType !== 'application/x-www-form-urlencoded') return JSON.stringify(body);
  const fields = Object.entries(body ?? {}).filter(([, value]) => value !== undefined);
  return new URLSearchParams(fields.map(([name, value]): [string, string] => [name, String(value)])).toString();
}
