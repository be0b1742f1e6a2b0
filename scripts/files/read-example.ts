import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { ParseError } from 'jsonc-parser';

import { jsoncParser } from './lazy-package.js';
import { reasonTexts } from '../messages/reason.js';
import { reasonOf } from './reason-of.js';
import { checkBounds, checkSize } from '../json/bounds.js';
import { MAKE_ANEW, recallFile, type Recall } from './cache.js';
import { isRemote } from './spec-root.js';
import { isInside } from './spec-root.js';

/** Why an example file cannot be taken into the document. */
export type ExampleFault = 'outside' | 'unreadable' | 'syntax' | 'harmful';

/**
 * The value of an example file, or what is wrong with it: the folder it is outside of, why it cannot be read, the place
 * (`line:column`) where it is no JSON, what harms.
 */
export type ExampleRead =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly fault: ExampleFault; readonly reason: string };

/** Reads an example file. It ends up in the output, so it must lie in the project: `root` is its folder. */
export function readExample(file: string, root: string, recall: Recall = MAKE_ANEW): ExampleRead {
  return recallFile(recall, ['example', file], () => readAnew(file, root));
}

function readAnew(file: string, root: string): ExampleRead {
  if (!isInside(file, root)) return { ok: false, fault: 'outside', reason: `${path.basename(root)}/` };
  try {
    return parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    return { ok: false, fault: 'unreadable', reason: reasonTexts(reasonOf(cause)).en };
  }
}

function parse(text: string): ExampleRead {
  try {
    checkSize(text);
    const value: unknown = JSON.parse(text);
    checkBounds(value);
    return { ok: true, value };
  } catch (cause) {
    if (cause instanceof SyntaxError) return { ok: false, fault: 'syntax', reason: placeOf(text) };
    return { ok: false, fault: 'harmful', reason: reasonTexts(reasonOf(cause)).en };
  }
}

/** `line:column` of the first thing that is not JSON: what Node says of it differs from version to version. */
function placeOf(text: string): string {
  const errors: ParseError[] = [];
  jsoncParser().parseTree(text, errors, { disallowComments: true });
  const before = text.slice(0, errors[0]?.offset ?? 0).split('\n');
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}

/** The file that an `externalValue` names. Undefined on other hosts: those are never asked, and the address stays. */
export function exampleFile(externalValue: string, namedIn: string): string | undefined {
  if (isRemote(externalValue) || isRemote(namedIn)) return undefined;
  return path.resolve(path.dirname(namedIn), externalValue);
}
