import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { ExampleRead } from '../openapi/loaded-spec.js';
import { reasonOf } from './reason-of.js';
import { BoundsError, checkBounds, checkSize } from '../json/bounds.js';
import { parseJson } from '../source/parse-json.js';
import { isInside, isRemote } from './spec-root.js';

/** Reads an example file. It becomes part of the output, so it must be inside `root`, the folder of the project. */
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

/** `line:column` of the first syntax error. Node's own message differs between versions. */
function placeOf(text: string): string {
  const read = parseJson({ file: '', text, firstLine: 1 });
  return read.ok ? '1:1' : `${read.diagnostic.at.line}:${read.diagnostic.at.column}`;
}

/** The file that an `externalValue` names. Undefined for a URL: it is never fetched, and stays as it is. */
export function exampleFile(externalValue: string, namedIn: string): string | undefined {
  if (isRemote(externalValue) || isRemote(namedIn)) return undefined;
  return path.resolve(path.dirname(namedIn), externalValue);
}
