import { escapePointer } from '../../generate/schema.js';
import type { SourceDocument } from '../document.js';
import { scanText } from './scan-text.js';

/** Something wrong with how a document is written, which its value does not show any more. */
export interface TextFault {
  readonly code: 'fixture/duplicate-key' | 'fixture/unsafe-integer';
  readonly pointer: string;
  /** Where it stands in the text. */
  readonly offset: number;
  /** In UTF-16 code units. */
  readonly length: number;
}

/**
 * Finds keys that stand twice in one object and integers that lose digits. A text is only read closely when a count of its
 * keys, or the look of its numbers, gives reason to. Of YAML only the integers are looked at: its parser tells the keys.
 */
export function textFaults(document: Pick<SourceDocument, 'syntax' | 'text' | 'value' | 'spanOf'>): TextFault[] {
  const { syntax, text, value } = document;
  if (syntax === 'yaml') return yamlFaults(document);
  // Comments may hold anything.
  if (syntax === 'json' && !mayRepeatKeys(text, value) && !mayLoseDigits(text)) return [];
  const seen = new Map<object | undefined, Set<string>>();
  return scanText(text).flatMap(({ kind, pointer, container, offset, length }): TextFault[] => {
    if (kind === 'number') {
      const isLossy = losesDigits(text.slice(offset, offset + length));
      return isLossy ? [{ code: 'fixture/unsafe-integer', pointer, offset, length }] : [];
    }
    const beside = seen.get(container) ?? new Set<string>();
    seen.set(container, beside);
    if (beside.has(pointer)) return [{ code: 'fixture/duplicate-key', pointer, offset, length }];
    beside.add(pointer);
    return [];
  });
}

/** What was rounded is beyond the limit as well. */
function yamlFaults({ value, spanOf }: Pick<SourceDocument, 'value' | 'spanOf'>): TextFault[] {
  const pending = [{ value, pointer: '' }];
  const faults: TextFault[] = [];
  for (const { value: part, pointer } of pending) {
    if (typeof part === 'number' && Number.isInteger(part) && !Number.isSafeInteger(part))
      faults.push({
        code: 'fixture/unsafe-integer',
        pointer,
        ...(spanOf(pointer, 'value') ?? { offset: 0, length: 0 }),
      });
    if (typeof part !== 'object' || part === null) continue;
    for (const [key, inner] of Object.entries(part))
      pending.push({ value: inner, pointer: `${pointer}/${escapePointer(key)}` });
  }
  return faults;
}

/** Every key is followed by a colon. If there are no more colons after quotes than keys in the value, none was lost. */
function mayRepeatKeys(text: string, value: unknown): boolean {
  const colons = text.match(/"\s*:/g)?.length ?? 0;
  return colons !== countKeys(value);
}

function countKeys(value: unknown): number {
  const pending = [value];
  let count = 0;
  while (pending.length > 0) {
    const part = pending.pop();
    if (typeof part !== 'object' || part === null) continue;
    const inner: readonly unknown[] = Array.isArray(part) ? part : Object.values(part);
    if (!Array.isArray(part)) count += inner.length;
    for (const each of inner) if (typeof each === 'object') pending.push(each);
  }
  return count;
}

/** A number of 16 digits that does not begin inside a text, or one with an exponent of three. */
function mayLoseDigits(text: string): boolean {
  return /(?:^|[\s:,[])-?\d{16}|\d[eE]\+?\d{3}/.test(text);
}

function losesDigits(digits: string): boolean {
  const number = Number(digits);
  return /^-?\d+$/.test(digits) ? !Number.isSafeInteger(number) : !Number.isFinite(number);
}
