import { matchesOf, matchOf } from './matches-of.js';
import type { Match } from './span.js';
import { looksRandom } from './randomness.js';

const WEB_TOKEN = /(?<![\w-])eyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?/g;
const CREDENTIAL = /(?<=\b(?:[Bb]earer|BEARER|[Bb]asic|BASIC)[ \t]{1,4})[\w.~+/=-]{12,}/g;
const HEX = /^(?:[0-9a-f]+|[0-9A-F]+)$/;
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/** What those that are certain can not do without. */
export const TOKEN_SIGN = /J(?<=eyJ)|(?:[Bb]earer|BEARER|[Bb]asic|BASIC)[ \t]/;

// A run of hex digits this long is more than a number or a short hash.
const LONG = 32;
// A run of any characters this long is more than a name.
const VERY_LONG = 40;

/**
 * JSON Web Tokens, what follows `Bearer`, and long runs of characters without a word in them, as access tokens (40 hex
 * digits) and secrets are. Long runs are also what hashes in URLs look like: they are masked, and a finding only where
 * the name of the value says token, key or secret.
 */
export function findTokens(text: string): Match[] {
  const runs = longRuns(text, isAlphanumeric).filter(({ shown }) => {
    const isHex = HEX.test(shown) && /\d/.test(shown) && /[a-f]/i.test(shown);
    return isHex || looksEncoded(shown);
  });
  const joined = longRuns(text, isWordCharacter).filter(({ shown }) => /[-_]/.test(shown) && looksEncoded(shown));
  return [
    ...findCertainTokens(text),
    ...[...runs, ...joined].map(({ offset, shown }): Match => ({
      offset,
      length: shown.length,
      kind: 'token',
      isReal: false,
    })),
  ];
}

/** Those whose shape alone says that they are tokens. Nothing else here is ever real by its shape. */
export function findCertainTokens(text: string): Match[] {
  if (!TOKEN_SIGN.test(text)) return [];
  return [...matchesOf(WEB_TOKEN, text), ...matchesOf(CREDENTIAL, text)].map((found) =>
    matchOf(found, 'token', looksRandom(found[0])),
  );
}

interface Run {
  readonly offset: number;
  readonly shown: string;
}

/** Whether a run looks like Base64, also in its alphabet for URLs. IDs have hyphens too, and UUIDs are IDs. */
function looksEncoded(run: string): boolean {
  if (run.length < VERY_LONG) return false;
  const plain = /[-_]/.test(run) ? run.replace(UUID, '').replace(/[-_]/g, '') : run;
  return plain.length >= LONG && changesOfClass(plain) >= 0.35 * plain.length;
}

/** All runs of at least {@link LONG} characters. Every such run crosses one of the offsets looked at. */
function longRuns(text: string, isPart: (code: number) => boolean): Run[] {
  const runs: Run[] = [];
  for (let at = LONG - 1; at < text.length; at += LONG) {
    if (!isPart(text.charCodeAt(at))) continue;
    let [start, end] = [at, at + 1];
    while (start > 0 && isPart(text.charCodeAt(start - 1))) start -= 1;
    while (end < text.length && isPart(text.charCodeAt(end))) end += 1;
    if (end - start >= LONG) runs.push({ offset: start, shown: text.slice(start, end) });
    at = end;
  }
  return runs;
}

function isAlphanumeric(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

function isWordCharacter(code: number): boolean {
  return isAlphanumeric(code) || code === HYPHEN || code === UNDERSCORE;
}

const [HYPHEN, UNDERSCORE] = [45, 95];

/** How often a run changes between digits, small and capital letters. Words and numbers do so rarely. */
function changesOfClass(run: string): number {
  return run.match(/[a-z](?=[A-Z0-9])|[A-Z](?=[a-z0-9])|\d(?=[A-Za-z])/g)?.length ?? 0;
}
