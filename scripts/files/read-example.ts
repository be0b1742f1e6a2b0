import { readFileSync } from 'node:fs';
import path from 'node:path';

import { parseTree, type ParseError } from 'jsonc-parser';

import type { ExampleRead } from '../openapi/loaded-spec.js';
import { reasonOf } from './reason-of.js';
import { BoundsError, checkBounds, checkSize } from '../json/bounds.js';
import { isRemote } from './spec-root.js';
import { isInside } from './spec-root.js';

/** Reads an example file. It ends up in the output, so it must lie in the project: `root` is its folder. */
export function readExample(file: string, root: string): ExampleRead {
  if (!isInside(file, root)) return { ok: false, problem: { code: 'outside', folder: `${path.basename(root)}/` } };
  try {
    return parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    return { ok: false, problem: { code: 'unreadable', reason: reasonOf(cause) } };
  }
}

function parse(text: string): ExampleRead {
  try {
    checkSize(text);
    const value: unknown = JSON.parse(text);
    checkBounds(value);
    return { ok: true, value };
  } catch (cause) {
    if (cause instanceof BoundsError) return { ok: false, problem: { code: 'harmful', bound: cause.bound } };
    return { ok: false, problem: { code: 'syntax', place: placeOf(text) } };
  }
}

/** `line:column` of the first thing that is not JSON: what Node says of it differs from version to version. */
function placeOf(text: string): string {
  const errors: ParseError[] = [];
  parseTree(text, errors, { disallowComments: true });
  const before = text.slice(0, errors[0]?.offset ?? 0).split('\n');
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}

/** The file that an `externalValue` names. Undefined on other hosts: those are never asked, and the address stays. */
export function exampleFile(externalValue: string, namedIn: string): string | undefined {
  if (isRemote(externalValue) || isRemote(namedIn)) return undefined;
  return path.resolve(path.dirname(namedIn), externalValue);
}
