// What all validators share. It is written into every generated folder unchanged, so it has no imports.

/** One thing wrong with a value. It names places and rules, never the value itself. */
export interface Issue {
  /** JSON Pointer (RFC 6901) to what is wrong; `''` is the whole value. */
  readonly pointer: string;
  /** JSON Schema keyword that failed, such as `type` or `required`. */
  readonly keyword: string;
  /** What is wrong, in English. */
  readonly message: string;
  /** Details of the keyword, such as `{ missingProperty: 'amount' }`. */
  readonly params: Readonly<Record<string, unknown>>;
}

/** The verdict of a validator. */
export type Checked<Value> =
  | { readonly ok: true; readonly value: Value; readonly issues?: undefined }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** What a validator records of one issue; the message is made on demand. */
export interface FoundIssue {
  /** Location inside the value of the validator that found it. */
  instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** A compiled schema. When it has returned false, `errors` is what was wrong. */
export interface Validate {
  (data: unknown): boolean;
  errors?: readonly FoundIssue[] | null;
}

/** A schema as other libraries take it: Standard Schema, version 1. @see https://standardschema.dev */
export interface StandardSchema<Value> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => StandardResult<Value>;
    readonly types?: { readonly input: Value; readonly output: Value } | undefined;
  };
}

/** The verdict of a Standard Schema. */
export type StandardResult<Value> =
  { readonly value: Value; readonly issues?: undefined } | { readonly issues: readonly StandardIssue[] };

/** One thing wrong with a value, for a Standard Schema. */
export interface StandardIssue {
  readonly message: string;
  readonly path: readonly PropertyKey[];
}

/** Runs a validator and gives its verdict as a value. */
export function check<Value>(validate: Validate, data: unknown): Checked<Value> {
  // The schema of the validator is that of the type.
  if (validate(data)) return { ok: true, value: data as Value };
  return { ok: false, issues: (validate.errors ?? []).filter(isCause).map(toIssue) };
}

/** The same as a Standard Schema gives it. */
export function checkStandard<Value>(validate: Validate, data: unknown): StandardResult<Value> {
  const { issues } = check<Value>(validate, data);
  // Without issues the value is of the type.
  if (issues === undefined) return { value: data as Value };
  return { issues: issues.map(({ pointer, message }) => ({ message, path: pathOf(pointer, data) })) };
}

/** A JSON Pointer as the keys it goes by; those of lists are numbers. */
function pathOf(pointer: string, data: unknown): PropertyKey[] {
  let value = data;
  return pointer
    .split('/')
    .slice(1)
    .map((escaped) => {
      const key = escaped.replace(/~1/g, '/').replace(/~0/g, '~');
      const isItem = Array.isArray(value);
      // An object or an array: the validator has read it.
      value = (value as Readonly<Record<string, unknown>> | null | undefined)?.[key];
      return isItem ? Number(key) : key;
    });
}

/** Adds an issue; the first one makes the list. */
export function addIssue(
  issues: FoundIssue[] | null,
  instancePath: string,
  ...[keyword, params]: readonly [keyword: string, params: FoundIssue['params']]
): FoundIssue[] {
  const issue = { instancePath, keyword, params };
  if (issues === null) return [issue];
  issues.push(issue);
  return issues;
}

/** Adds what another validator found in a part of the value. */
export function addIssues(issues: FoundIssue[] | null, path: string, found: FoundIssue[]): FoundIssue[] {
  for (const issue of found) {
    issue.instancePath = path + issue.instancePath;
    issues?.push(issue);
  }
  return issues ?? found;
}

/** Whether a text of more than `limit` UTF-16 units also has more code points; beyond twice as many it must. */
export function isLonger(text: string, limit: number): boolean {
  return text.length > limit * 2 || codePoints(text) > limit;
}

/** Whether a text of less than twice `limit` UTF-16 units has fewer code points. */
export function isShorter(text: string, limit: number): boolean {
  return text.length < limit || codePoints(text) < limit;
}

/** Length in code points, as JSON Schema counts. */
function codePoints(text: string): number {
  let length = text.length;
  for (let index = 0; index < text.length - 1; index += 1) {
    const isPair = (text.charCodeAt(index) & 0xfc00) === 0xd800 && (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00;
    if (isPair) {
      length -= 1;
      index += 1;
    }
  }
  return length;
}

/** Equality of JSON values. */
export function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a !== a && b !== b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  // Objects or lists, both with keys.
  const [one, other] = [a, b] as [Record<string, unknown>, Record<string, unknown>];
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && equal(one[key], other[key]))
  );
}

/** Our names for what JSON Schema calls otherwise. */
const STANDARD: Readonly<Record<string, string>> = { closed: 'additionalProperties', requireAny: 'anyOf' };

/** An `if` only announces what its branch has said already. */
function isCause({ keyword }: FoundIssue): boolean {
  return keyword !== 'if';
}

function toIssue({ instancePath, keyword, params }: FoundIssue): Issue {
  return { pointer: instancePath, keyword: STANDARD[keyword] ?? keyword, message: messageOf(keyword, params), params };
}

/** The parameters of the keywords that have a text of their own. */
interface Params {
  readonly additionalProperty?: string;
  readonly allowedValue?: unknown;
  readonly allowedValues?: readonly unknown[];
  readonly anyOf?: readonly string[];
  readonly comparison?: string;
  readonly expected?: string;
  readonly limit?: number;
  readonly missingProperty?: string;
  readonly pattern?: string;
  readonly type?: string | readonly string[];
}

function messageOf(keyword: string, found: FoundIssue['params']): string {
  // What the keyword writes.
  const params = found as Params;
  switch (keyword) {
    case 'type':
      return `must be ${[params.type].flat().join(' or ')}`;
    case 'required':
      return `must have the property "${params.missingProperty}"`;
    case 'false schema':
      return 'must be left out';
    case 'requireAny':
      return `must have ${params.anyOf?.join(' or ')}`;
    case 'closed':
    case 'additionalProperties':
      return `has an unknown property "${params.additionalProperty}"`;
    case 'enum':
      return `must be one of ${params.allowedValues?.join(', ')}`;
    case 'const':
      return `must be ${JSON.stringify(params.allowedValue)}`;
    case 'maxLength':
    case 'maxItems':
    case 'minLength':
    case 'minItems':
      return `must have at ${keyword.includes('max') ? 'most' : 'least'} ${params.limit} ${keyword.includes('Items') ? 'items' : 'characters'}`;
    case 'pattern':
      return `must match ${params.pattern}`;
    case 'format':
      return `must be ${params.expected}`;
    default:
      return params.comparison ? `must be ${params.comparison} ${params.limit}` : `must satisfy ${keyword}`;
  }
}
