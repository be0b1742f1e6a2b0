import { isObject } from '../json/schema.js';
import type { Manifest } from './generated-folder.js';
import type { Target } from './name-schema.js';

/** A document, and what it says itself about its schema. */
export interface Separated {
  readonly value: unknown;
  /** Text of `$schema`; undefined where there is none. */
  readonly named?: string;
}

/** Takes `$schema` off a document: it is about the document, not part of it. */
export function separateSchema(value: unknown): Separated {
  if (!isObject(value) || !Object.hasOwn(value, '$schema') || typeof value.$schema !== 'string') return { value };
  const { $schema, ...rest } = value;
  return { value: rest, named: $schema };
}

/**
 * Reads the forms of `$schema`: `iamport-kit:Payment`, `iamport-kit:getPayment`, `iamport-kit:getPayment#200`, and any
 * path or URL that ends in `schemas/Payment.json`, as editors want it.
 */
export function targetOf(named: string, { operations }: Manifest): Target | undefined {
  const own = /^iamport-kit:([^#]+)(?:#(.+))?$/.exec(named);
  if (own !== null) {
    const [, name = '', status] = own;
    if (status !== undefined || Object.hasOwn(operations, name)) return { operation: name, status };
    return { schema: name };
  }
  const file = /(?:^|[\\/])schemas[\\/]([^\\/?#]+)\.json(?:[?#].*)?$/.exec(named);
  return file?.[1] === undefined ? undefined : { schema: decoded(file[1]) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
