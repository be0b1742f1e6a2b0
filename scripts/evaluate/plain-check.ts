import { hasAllowedType } from '../json/kind.js';
import { isKeyword } from '../json/keywords.js';
import { memoize } from '../json/memoize.js';
import type { AnySchema, Schema } from '../json/schema.js';

/** Whether a schema obviously accepts a value; false means that it has to be evaluated. */
export type PlainCheck = (schema: AnySchema, value: unknown) => boolean;

/** Makes a check for scalars whose schema has only a type and a length: most values of a document. */
export function createPlainCheck(): PlainCheck {
  const ruleFor = memoize(ruleOf);
  return (schema, value) => {
    if (typeof value === 'object' && value !== null) return false;
    if (typeof schema === 'boolean') return schema;
    const rule = ruleFor(schema);
    // Code units are never fewer than characters.
    const isShort = typeof value !== 'string' || value.length <= (rule?.maxLength ?? 0);
    return rule !== undefined && isShort && hasAllowedType(schema, value);
  };
}

interface PlainRule {
  readonly maxLength: number;
}

const HARMLESS = ['type', 'maxLength', 'title', 'description', 'default', 'deprecated', 'readOnly', 'writeOnly'];

function ruleOf(schema: Schema): PlainRule | undefined {
  const isHarmless = (key: string): boolean =>
    HARMLESS.includes(key) || key === 'examples' || key === 'example' || key.startsWith('x-') || !isKeyword(key);
  const { maxLength } = schema;
  if (!Object.keys(schema).every(isHarmless)) return undefined;
  return { maxLength: typeof maxLength === 'number' ? maxLength : Infinity };
}
