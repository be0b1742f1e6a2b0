import { readForm } from './read-form.js';
import type { Route } from './routes.js';

/** The parameters and the body of a request, in one object as the client's methods take it. */
export type ReadInput =
  | {
      readonly ok: true;
      readonly input: Record<string, unknown>;
      /** Whether values came as texts: in the path, the query or a form. JSON has its own types. */
      readonly textFields: ReadonlySet<string>;
    }
  | { readonly ok: false; readonly reason: string };

/** Largest body that is read, in characters. */
const LARGEST_BODY = 1_000_000;

/** Reads what a request carries. */
export async function readInput(request: Request, route: Route, path: Record<string, string>): Promise<ReadInput> {
  const body = await readBody(request);
  if (!body.ok) return body;
  const query = readQuery(new URL(request.url).searchParams, route);
  const tier = request.headers.get('tier');
  const outside = { ...query, ...path, ...(tier !== null && { tier }) };
  const texts = [...Object.keys(outside), ...(body.isForm ? Object.keys(body.fields) : [])];
  return { ok: true, input: { ...body.fields, ...outside }, textFields: new Set(texts) };
}

function readQuery(search: URLSearchParams, { queryFields }: Route): Record<string, unknown> {
  const known = Object.entries(queryFields).flatMap(([field, wire]) => {
    const values = search.getAll(wire);
    if (values.length === 0) return [];
    return [[field, wire.endsWith('[]') ? values : values[0]]];
  });
  const names = new Set([...Object.values(queryFields), '_token']);
  const unknown = [...search].filter(([name]) => !names.has(name));
  const pairs: (readonly unknown[])[] = [...unknown, ...known];
  // Both are lists of pairs.
  return Object.fromEntries(pairs) as Record<string, unknown>;
}

type ReadBody =
  | { readonly ok: true; readonly isForm: boolean; readonly fields: Record<string, unknown> }
  | { readonly ok: false; readonly reason: string };

async function readBody(request: Request): Promise<ReadBody> {
  const text = request.method === 'GET' ? '' : await request.text();
  if (text.length > LARGEST_BODY) return { ok: false, reason: 'the body is larger than a million characters' };
  if (text.trim() === '') return { ok: true, isForm: false, fields: {} };
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === 'application/x-www-form-urlencoded') return { ok: true, isForm: true, fields: readForm(text) };
  if (type !== 'application/json')
    return { ok: false, reason: `the content type ${type || '(none)'} is not supported` };
  return readJson(text);
}

function readJson(text: string): ReadBody {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return { ok: true, isForm: false, fields: { ...value } };
    return { ok: false, reason: 'the body must be a JSON object' };
  } catch {
    return { ok: false, reason: 'the body is not JSON' };
  }
}
