/** `validators/runtime.js`: what all validators share. Plain JavaScript without imports; loads from an empty folder. */
export const RUNTIME_SOURCE = `
/** Runs a validator and gives its verdict as a value. */
export function check(validate, data) {
  return validate(data) ? { ok: true, value: data } : { ok: false, issues: validate.errors.filter(isCause).map(toIssue) };
}

/** Notes one fault. The list is made for the first. */
export function addIssue(issues, instancePath, keyword, params) {
  const issue = { instancePath, keyword, params };
  if (issues === null) return [issue];
  issues.push(issue);
  return issues;
}

/** Notes what another validator found in a part of the value. */
export function addIssues(issues, path, found) {
  for (const issue of found) issue.instancePath = path + issue.instancePath;
  return issues === null ? found : issues.concat(found);
}

/** Tells whether a text of more than \`limit\` UTF-16 units has more code points too. Beyond twice as many it must. */
export function isLonger(text, limit) {
  return text.length > limit * 2 || codePoints(text) > limit;
}

/** Tells whether a text of less than twice \`limit\` UTF-16 units has fewer code points. */
export function isShorter(text, limit) {
  return text.length < limit || codePoints(text) < limit;
}

/** Length in code points, as JSON Schema counts. */
function codePoints(text) {
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
export function equal(a, b) {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a !== a && b !== b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && equal(a[key], b[key]));
}

/** Our names for what JSON Schema calls otherwise. */
const STANDARD = { closed: 'additionalProperties', requireAny: 'anyOf' };

/** An \`if\` only announces what its branch has said already. */
function isCause(error) {
  return error.keyword !== 'if';
}

function toIssue({ instancePath, keyword, params }) {
  return { pointer: instancePath, keyword: STANDARD[keyword] ?? keyword, message: messageOf(keyword, params), params };
}

function messageOf(keyword, params) {
  switch (keyword) {
    case 'type':
      return \`must be \${[].concat(params.type).join(' or ')}\`;
    case 'required':
      return \`must have the property "\${params.missingProperty}"\`;
    case 'requireAny':
      return \`must have \${params.anyOf.join(' or ')}\`;
    case 'closed':
    case 'additionalProperties':
      return \`has an unknown property "\${params.additionalProperty}"\`;
    case 'enum':
      return \`must be one of \${params.allowedValues.join(', ')}\`;
    case 'const':
      return \`must be \${JSON.stringify(params.allowedValue)}\`;
    case 'maxLength':
    case 'maxItems':
    case 'minLength':
    case 'minItems':
      return \`must have at \${keyword.includes('max') ? 'most' : 'least'} \${params.limit} \${keyword.includes('Items') ? 'items' : 'characters'}\`;
    case 'pattern':
      return \`must match \${params.pattern}\`;
    case 'format':
      return \`must be \${params.expected}\`;
    default:
      return params.comparison ? \`must be \${params.comparison} \${params.limit}\` : \`must satisfy \${keyword}\`;
  }
}
`;

/** `validators/runtime.d.ts` */
export const RUNTIME_TYPES = `
/** One thing wrong with a value. It names places and rules, never the value itself. */
export interface Issue {
  /** JSON Pointer (RFC 6901) to what is wrong; \`''\` is the whole value. */
  readonly pointer: string;
  /** JSON Schema keyword that failed, such as \`type\` or \`required\`. */
  readonly keyword: string;
  /** What is wrong, in English. */
  readonly message: string;
  /** Details of the keyword, such as \`{ missingProperty: 'amount' }\`. */
  readonly params: Readonly<Record<string, unknown>>;
}

/** The verdict of a validator. */
export type Checked<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly issues: readonly Issue[] };
`;
