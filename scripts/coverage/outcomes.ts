import { isObject, typesOf, type Schema } from '../json/schema.js';
import { referenced, type NamedSchema } from './walk-schema.js';

/** One way an operation can answer. */
export interface Outcome {
  /** The status as the manifest names it, or `webhook`. */
  readonly status: string;
  /** Whether it is a refusal: `code` ≠ 0 under a 2xx status. */
  readonly isRefusal: boolean;
}

/** The outcomes of one body: two where its envelope can be a refusal under a 2xx status. */
export function outcomesOf(status: string, body: NamedSchema): Outcome[] {
  const succeeds = { status, isRefusal: false };
  return status.startsWith('2') && hasTwoCodes(body) ? [succeeds, { status, isRefusal: true }] : [succeeds];
}

/** Whether a body under a status is a refusal. */
export function isRefusal(status: string, value: unknown): boolean {
  return status.startsWith('2') && isObject(value) && typeof value.code === 'number' && value.code !== 0;
}

/** The key of the manifest for a status: itself, its class such as `4XX`, or `default`. */
export function statusKey(status: string, known: readonly string[]): string | undefined {
  return [status, `${status.slice(0, 1)}XX`, `${status.slice(0, 1)}xx`, 'default'].find((key) => known.includes(key));
}

/** Whether a body is an envelope whose `code` may be 0 and may be something else. */
function hasTwoCodes(body: NamedSchema): boolean {
  const codes = objectsOf(body.schema, body, 0)
    .flatMap(({ properties: { code } = {} }) => (isObject(code) ? [code] : []))
    .filter((code) => typeof code.const === 'number' || typesOf(code).some((type) => /^(integer|number)$/.test(type)));
  const mayBeZero = codes.some((code) => (code.const ?? 0) === 0 && code.not?.const !== 0);
  return mayBeZero && codes.some((code) => code.const !== 0);
}

function objectsOf(schema: Schema, root: NamedSchema, depth: number): Schema[] {
  if (depth > 8) return [];
  const target = referenced(schema, root);
  const branches = [...(target ? [target.schema] : []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  return [schema, ...branches.flatMap((branch) => objectsOf(branch, root, depth + 1))];
}
