import type { Schema } from '../json/schema.js';
import { isObject, typesOf } from '../json/schema.js';

/** What a value at one place can be, as far as fixtures ought to show it. */
export interface Choices {
  /** Listed values, other than null, of an enum with more than one. */
  readonly members: readonly unknown[];
  /** Whether values outside the list may come: `x-extensible-enum`. */
  readonly isOpen: boolean;
  /** Whether it may be null and may be something else. */
  readonly isNullable: boolean;
}

/** Reads the choices that one schema leaves at its own place; what it refers to has choices of its own. */
export function choicesOf(schema: Schema): Choices {
  const open = listOf(schema['x-extensible-enum']);
  const listed = (open ?? schema.enum ?? []).filter((member) => member !== null);
  return {
    members: listed.length > 1 ? [...new Set(listed)] : [],
    isOpen: open !== undefined,
    isNullable: allowsNull(schema) && allowsOther(schema),
  };
}

function listOf(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

function allowsNull(schema: Schema): boolean {
  if (schema.enum !== undefined) return schema.enum.includes(null);
  return typesOf(schema).includes('null') || unionOf(schema).some((branch) => isObject(branch) && isNull(branch));
}

function allowsOther(schema: Schema): boolean {
  if (schema.enum !== undefined) return schema.enum.some((member) => member !== null);
  return typesOf(schema).some((type) => type !== 'null') || unionOf(schema).some((branch) => !isNull(branch));
}

function unionOf({ anyOf = [], oneOf = [] }: Schema): readonly Schema[] {
  return [...anyOf, ...oneOf];
}

function isNull(schema: Schema): boolean {
  return schema.type === 'null' || schema.const === null;
}
