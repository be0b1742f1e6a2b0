import { operations, type OperationTypes, type ValueIssue } from 'iamport-kit';

/** An input that fits the document, and what had to be left out; or what is wrong. */
export type CheckedInput =
  | { readonly ok: true; readonly input: Record<string, unknown>; readonly unknown: readonly string[] }
  | { readonly ok: false; readonly issues: readonly ValueIssue[] };

/** Rounds of mending: nested fields show themselves one level after another. */
const ROUNDS = 6;

/**
 * Checks an input by the document. Texts of paths, queries and forms become numbers and booleans where the document
 * wants them. Parameters that the document does not know are left out and named, because the service ignores them.
 */
export async function checkInput(
  id: keyof OperationTypes,
  given: Record<string, unknown>,
  textFields: ReadonlySet<string>,
): Promise<CheckedInput> {
  const check = await operations[id].checkInput();
  if (check(given).ok) return { ok: true, input: given, unknown: [] };
  const input = structuredClone(given);
  const unknown: string[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const verdict = check(input);
    if (verdict.ok) return { ok: true, input, unknown };
    const isMended = verdict.issues.map((issue) => mend({ input, textFields, unknown }, issue));
    if (!isMended.includes(true)) return { ok: false, issues: verdict.issues };
  }
  return { ok: false, issues: [{ pointer: '', keyword: 'rounds', message: 'is nested too deeply' }] };
}

interface Mending {
  readonly input: Record<string, unknown>;
  readonly textFields: ReadonlySet<string>;
  readonly unknown: string[];
}

function mend({ input, textFields, unknown }: Mending, { pointer, keyword, params = {} }: ValueIssue): boolean {
  const parts = pointer.split('/').slice(1).map(unescape);
  if (keyword === 'additionalProperties' || keyword === 'unevaluatedProperties') {
    const name = String(params.additionalProperty ?? params.unevaluatedProperty);
    const holder = valueAt(input, parts);
    if (holder === undefined || !Object.hasOwn(holder, name)) return false;
    Reflect.deleteProperty(holder, name);
    unknown.push([...parts, name].join('.'));
    return true;
  }
  const holder = valueAt(input, parts.slice(0, -1));
  const name = parts.at(-1) ?? '';
  if (keyword !== 'type' || !textFields.has(parts[0] ?? '') || holder === undefined) return false;
  const text: unknown = Reflect.get(holder, name);
  const value = typeof text === 'string' ? readText(text, String(params.type)) : undefined;
  return value !== undefined && Reflect.set(holder, name, value);
}

function valueAt(root: object, parts: readonly string[]): object | undefined {
  let value: unknown = root;
  for (const part of parts) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = Reflect.get(value, part);
  }
  return typeof value === 'object' && value !== null ? value : undefined;
}

/** Converts a string to the expected type; `undefined` if it cannot. */
function readText(text: string, type: string): unknown {
  if (/number|integer/.test(type) && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (type.includes('boolean') && /^(true|false|1|0)$/.test(text)) return text === 'true' || text === '1';
  if (type.includes('array') && !type.includes('string')) return [text];
  return undefined;
}

function unescape(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}
