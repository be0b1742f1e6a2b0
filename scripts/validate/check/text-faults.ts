import { scanText, type Token } from './scan-text.js';

/** Something wrong with how a document is written, which its value does not show any more. */
export interface TextFault {
  readonly code: 'fixture/duplicate-key' | 'fixture/unsafe-integer';
  readonly token: Token;
}

/**
 * Finds keys that stand twice in one object and integers that lose digits. The text is only read closely when a count of
 * its keys, or the look of its numbers, gives reason to.
 */
export function textFaults(text: string, value: unknown): TextFault[] {
  if (!mayRepeatKeys(text, value) && !mayLoseDigits(text)) return [];
  const seen = new Map<object | undefined, Set<string>>();
  return scanText(text).flatMap((token): TextFault[] => {
    if (token.kind === 'number') {
      const digits = text.slice(token.offset, token.offset + token.length);
      return losesDigits(digits) ? [{ code: 'fixture/unsafe-integer', token }] : [];
    }
    const beside = seen.get(token.container) ?? new Set<string>();
    seen.set(token.container, beside);
    if (beside.has(token.pointer)) return [{ code: 'fixture/duplicate-key', token }];
    beside.add(token.pointer);
    return [];
  });
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
