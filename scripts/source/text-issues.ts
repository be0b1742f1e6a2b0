import type { SourceDocument } from './document.js';
import { readTree, type JsonNode } from './json-tree.js';
import { childPointer } from '../json/pointer.js';

/** Something wrong with how a document is written, which its value does not show any more. */
export interface TextIssue {
  readonly code: 'fixture/duplicate-key' | 'fixture/unsafe-integer';
  readonly pointer: string;
  /** Offset in the text. */
  readonly offset: number;
  /** In UTF-16 code units. */
  readonly length: number;
}

/**
 * Finds duplicate keys and integers that lose digits. A text is only scanned when the number of its keys or the size of
 * a number is suspicious. Of YAML only the integers are checked: its parser finds the keys.
 * `knownKeys` is the number of keys that were counted before; it may be too low.
 */
export function textIssues(
  document: Pick<SourceDocument, 'syntax' | 'text' | 'value' | 'spanOf' | 'tree'>,
  knownKeys = 0,
): TextIssue[] {
  const { syntax, text, value, tree = () => readTree(text) } = document;
  if (syntax === 'yaml') return yamlIssues(document);
  // Comments may hold anything.
  if (syntax === 'json' && !isSuspect(text, value, knownKeys)) return [];
  const root = tree();
  return root === undefined ? [] : treeIssues(text, root);
}

/** In the order of the text. */
function treeIssues(text: string, root: JsonNode): TextIssue[] {
  const issues: TextIssue[] = lossyNumber(text, root, () => '');
  const open = [{ node: root, pointer: '' }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, pointer } = next;
    const seen = new Set<string>();
    const inner: typeof open = [];
    for (const [index, child] of node.children.entries()) {
      const name = child.key?.name ?? index;
      if (child.key !== undefined && seen.has(child.key.name)) {
        const { offset, length } = child.key;
        issues.push({ code: 'fixture/duplicate-key', pointer: childPointer(pointer, name), offset, length });
      }
      if (child.key !== undefined) seen.add(child.key.name);
      if (child.kind === 'scalar') issues.push(...lossyNumber(text, child, () => childPointer(pointer, name)));
      else inner.push({ node: child, pointer: childPointer(pointer, name) });
    }
    open.push(...inner.reverse());
  }
  return issues.sort((a, b) => a.offset - b.offset);
}

/** A number whose value differs from its digits. */
function lossyNumber(text: string, { offset, length }: JsonNode, pointer: () => string): TextIssue[] {
  const isNumber = /[-\d]/.test(text[offset] ?? '');
  if (!isNumber || !losesDigits(text.slice(offset, offset + length))) return [];
  return [{ code: 'fixture/unsafe-integer', pointer: pointer(), offset, length }];
}

/**
 * Strings can only add to the number of colons behind quotes: when it equals the number of keys in the value,
 * no key was lost.
 */
function isSuspect(text: string, value: unknown, knownKeys: number): boolean {
  const colons = countColons(text);
  if (colons === knownKeys && !MANY_DIGITS.test(text)) return false;
  const { keys, isUnsafe } = census(value);
  return isUnsafe || colons !== keys;
}

// What every number has that loses digits: 16 in a row, or an exponent that leads beyond all numbers. Written out digit by
// digit, the engine need not look at every character.
const MANY_DIGITS = new RegExp(`${'\\d'.repeat(16)}|\\d[eE]\\+?\\d\\d\\d`);

/** What was rounded is beyond the limit as well. */
function yamlIssues({ value, spanOf }: Pick<SourceDocument, 'value' | 'spanOf'>): TextIssue[] {
  const pending = [{ value, pointer: '' }];
  const issues: TextIssue[] = [];
  for (const { value: part, pointer } of pending) {
    if (typeof part === 'number' && isTooLarge(part))
      issues.push({
        code: 'fixture/unsafe-integer',
        pointer,
        ...(spanOf(pointer, 'value') ?? { offset: 0, length: 0 }),
      });
    if (typeof part !== 'object' || part === null) continue;
    for (const [key, inner] of Object.entries(part))
      pending.push({ value: inner, pointer: childPointer(pointer, key) });
  }
  return issues;
}

/** How many keys a value has, and whether a number in it may have lost digits: what was rounded is too large as well. */
function census(value: unknown): { keys: number; isUnsafe: boolean } {
  const pending: unknown[] = [value];
  let [keys, isUnsafe] = [0, false];
  while (pending.length > 0) {
    const part = pending.pop();
    if (typeof part === 'number' && isTooLarge(part)) isUnsafe = true;
    if (typeof part !== 'object' || part === null) continue;
    const inner: readonly unknown[] = Array.isArray(part) ? part : Object.values(part);
    if (inner !== part) keys += inner.length;
    for (const each of inner) {
      if (typeof each === 'object') pending.push(each);
      else if (typeof each === 'number' && isTooLarge(each)) isUnsafe = true;
    }
  }
  return { keys, isUnsafe };
}

function isTooLarge(number: number): boolean {
  return Math.abs(number) > Number.MAX_SAFE_INTEGER;
}

/** Counts the quotes that a colon follows, as it follows every key. */
function countColons(text: string): number {
  let count = 0;
  for (let at = text.indexOf(':'); at !== -1; at = text.indexOf(':', at + 1)) {
    const before = text.charCodeAt(at - 1);
    if (before === QUOTE) count += 1;
    // There may be space between the two. Searching for a single character is many times quicker, and a space there is rare.
    else if (before <= SPACE) return text.match(/"\s*:/g)?.length ?? 0;
  }
  return count;
}

const [SPACE, QUOTE] = [0x20, 0x22];

function losesDigits(digits: string): boolean {
  const number = Number(digits);
  return /^-?\d+$/.test(digits) ? !Number.isSafeInteger(number) : !Number.isFinite(number);
}
