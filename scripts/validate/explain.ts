import type { Severity } from '../diagnostics.js';
import { escapePointer, isObject } from '../generate/schema.js';
import type { Issue } from './generated-folder.js';

/** An issue in words, at the place a reader should look at. */
export interface Explanation {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly pointer: string;
  /** Whether to point at the property's name instead of its value. */
  readonly place: 'key' | 'value';
}

/** Says what is wrong with a value. The words name types and rules, never the value: it may be a card number. */
export function explain(issue: Issue, root: unknown): Explanation {
  const { pointer, keyword, params } = issue;
  const name = nameOf(pointer);
  const base = { code: `fixture/${kebabCase(keyword)}`, severity: 'error', pointer, place: 'value' } as const;
  switch (keyword) {
    case 'type':
      return { ...base, message: `${name} must be ${article(params.type)}, not ${kindOf(valueAt(root, pointer))}` };
    case 'required':
      return { ...base, message: `${name} must have ${String(params.missingProperty)}` };
    case 'anyOf':
      return {
        ...base,
        message: Array.isArray(params.anyOf)
          ? `${name} must have ${params.anyOf.join(' or ')}`
          : `${name} ${issue.message}`,
      };
    case 'enum':
      return { ...base, message: `${name} must be one of ${list(params.allowedValues)}` };
    case 'const':
      return { ...base, message: `${name} must be ${JSON.stringify(params.allowedValue)}` };
    case 'additionalProperties': {
      const property = String(params.additionalProperty);
      return {
        ...base,
        message: `${property} is not a property of ${name}`,
        pointer: `${pointer}/${escapePointer(property)}`,
        place: 'key',
      };
    }
    default:
      return { ...base, message: `${name} ${issue.message}` };
  }
}

function nameOf(pointer: string): string {
  const segments = pointer.split('/').slice(1);
  const last = segments.at(-1);
  if (last === undefined) return 'the document';
  return /^\d+$/.test(last)
    ? `${segments.at(-2) ?? 'item'}[${last}]`
    : last.replaceAll('~1', '/').replaceAll('~0', '~');
}

function valueAt(root: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>(
      (value, key) => (Array.isArray(value) ? value[Number(key)] : isObject(value) ? value[key] : undefined),
      root,
    );
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

function article(type: unknown): string {
  const names = (Array.isArray(type) ? type : [type]).map((name) =>
    name === 'null' ? 'null' : `${/^[aio]/.test(String(name)) ? 'an' : 'a'} ${String(name)}`,
  );
  return names.join(' or ');
}

function list(values: unknown): string {
  return Array.isArray(values) ? values.map((value) => String(value)).join(', ') : '';
}

function kebabCase(keyword: string): string {
  return keyword.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
