import { PARTICLES, withParticle } from './particle.js';

/**
 * A sentence that another program says in English, and the same in Korean. `{name}` stands for anything, and in the
 * Korean one `{이/가}` for the form of the particle that goes with what is before it. What stands for `{reason}`, `{cure}` or
 * `{problem}` may be a sentence too.
 */
export type Phrase = readonly [english: string, korean: string];

// A particle depends on the last letters before it only.
const LONGEST_WORD = 64;

const SENTENCES = ['reason', 'cure', 'problem'] as const;

/** Says a sentence in Korean by the first phrase that fits; undefined where none does. */
export function sayInKorean(sentence: string, phrases: readonly Phrase[]): string | undefined {
  for (const [english, korean] of phrases) {
    const parts = partsOf(sentence, english);
    if (parts === undefined) continue;
    for (const name of SENTENCES) {
      const inner = parts.get(name);
      // Shorter than what it is a part of, so that this comes to an end.
      if (inner !== undefined && inner.length < sentence.length) parts.set(name, sayInKorean(inner, phrases) ?? inner);
    }
    return fillIn(korean, parts);
  }
  return undefined;
}

/**
 * What stands at the places of the names. Searched piece by piece, since a pattern takes far too long for a sentence with
 * the text of a document in it that was made to be slow.
 */
function partsOf(sentence: string, english: string): Map<string, string> | undefined {
  // Every other piece is a name.
  const pieces = english.split(/\{(\w+)\}/);
  const parts = new Map<string, string>();
  if (!sentence.startsWith(pieces[0] ?? '')) return undefined;
  let from = pieces[0]?.length ?? 0;
  for (let index = 1; index < pieces.length; index += 2) {
    const after = pieces[index + 1] ?? '';
    const isLast = index + 2 >= pieces.length;
    const end = isLast ? sentence.length - after.length : sentence.indexOf(after, from);
    if (end < from || !sentence.startsWith(after, end)) return undefined;
    parts.set(pieces[index] ?? '', sentence.slice(from, end));
    from = end + after.length;
  }
  return from === sentence.length ? parts : undefined;
}

function fillIn(korean: string, parts: ReadonlyMap<string, string>): string {
  return korean.split(/\{([^}]+)\}/).reduce((said, piece, index) => {
    if (index % 2 === 0) return `${said}${piece}`;
    const particle = PARTICLES.find((each) => each === piece);
    if (particle === undefined) return `${said}${parts.get(piece) ?? ''}`;
    return `${said.slice(0, -LONGEST_WORD)}${withParticle(said.slice(-LONGEST_WORD), particle)}`;
  }, '');
}
