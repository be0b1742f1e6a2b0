import { decodeFragment } from '../json/pointer.js';
import { isObject } from '../json/schema.js';
import type { Manifest } from './generated-folder.js';
import type { Target } from './name-schema.js';

/** A document, and what it says itself about its schema. */
export interface Separated {
  readonly value: unknown;
  /** Text of `$schema`; undefined where there is none. */
  readonly named?: string;
  /** Text of `$pg`: the gateway that the document is for. */
  readonly gateway?: string;
}

/** Takes `$schema` and `$pg` off a document: they are about the document, not part of it. */
export function separateSchema(value: unknown): Separated {
  const named = ownText(value, '$schema');
  const gateway = ownText(value, '$pg');
  if (!isObject(value) || (named === undefined && gateway === undefined)) return { value };
  const { $schema, $pg, ...rest } = value;
  const kept = {
    ...(named === undefined && $schema !== undefined && { $schema }),
    ...(gateway === undefined && $pg !== undefined && { $pg }),
  };
  return {
    value: { ...kept, ...rest },
    ...(named !== undefined && { named }),
    ...(gateway !== undefined && { gateway }),
  };
}

function ownText(value: unknown, key: string): string | undefined {
  const text = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return typeof text === 'string' ? text : undefined;
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
  return file?.[1] === undefined ? undefined : { schema: decodeFragment(file[1]) };
}
