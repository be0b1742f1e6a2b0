import type { Match } from '../span.js';
import { looksRandom } from './randomness.js';

const SHAPES: readonly RegExp[] = [
  /(?<![\w-])eyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?/g,
  /(?<=\b(?:[Bb]earer|BEARER|[Bb]asic|BASIC)[ \t]{1,4})[\w.~+/=-]{12,}/g,
  /(?<![A-Za-z0-9])(?:[0-9a-f]{32,}|[0-9A-F]{32,})(?![A-Za-z0-9])/g,
];

// What none of the shapes can do without.
const NEEDED = /(?<![A-Za-z0-9])[A-Za-z0-9]{32}|\beyJ|(?:[Bb]earer|BEARER|[Bb]asic|BASIC)[ \t]/;

const LONG_RUN = /(?<![A-Za-z0-9])[A-Za-z0-9]{40,}/g;

/**
 * JSON Web Tokens, what follows `Bearer`, and long runs of characters without a word in them, as access tokens (40 hex
 * digits) and secrets are. Long runs are also what hashes in URLs look like: they are masked, and a finding only where
 * the name of the value says token, key or secret.
 */
export function findTokens(text: string): Match[] {
  if (!NEEDED.test(text)) return [];
  const [jwt, bearer, hex] = SHAPES.map((shape) => [...text.matchAll(shape)]);
  const certain = [...(jwt ?? []), ...(bearer ?? [])].map((match) => toMatch(match, looksRandom(match[0])));
  const isMixed = ([run]: RegExpExecArray): boolean => changesOfClass(run) >= 0.35 * run.length;
  return [
    ...certain,
    ...(hex ?? []).filter(([run]) => /\d/.test(run) && /[a-f]/i.test(run)).map((match) => toMatch(match, false)),
    ...[...text.matchAll(LONG_RUN)].filter(isMixed).map((match) => toMatch(match, false)),
  ];
}

function toMatch({ 0: shown, index }: RegExpExecArray, isReal: boolean): Match {
  return { offset: index, length: shown.length, kind: 'token', isReal };
}

/** How often a run changes between digits, small and capital letters. Words and numbers do so rarely. */
function changesOfClass(run: string): number {
  return run.match(/[a-z](?=[A-Z0-9])|[A-Z](?=[a-z0-9])|\d(?=[A-Za-z])/g)?.length ?? 0;
}
