/** The Korean particles of our messages, which depend on the final sound of the preceding word: after a consonant, then after a vowel. */
export const PARTICLES = ['은/는', '이/가', '을/를', '과/와'] as const;

/** One of them. */
export type Particle = (typeof PARTICLES)[number];

const HANGUL_FIRST = 0xac00;
const HANGUL_LAST = 0xd7a3;
/** Final consonants per syllable block, none included. */
const FINALS = 28;

// Digits are read 영 일 이 삼 사 오 육 칠 팔 구.
const CONSONANT_DIGITS = '013678';

/**
 * Appends the right form of a particle to a name: `amount는`, `imp_uid는`, `"paid"를`, `200은`. Ignores quotes, brackets
 * and backticks around the name, which are not pronounced. The pronunciation of Latin names follows their last letters.
 */
export function withParticle(name: string, particle: Particle): string {
  const [afterConsonant = '', afterVowel = ''] = particle.split('/');
  return `${name}${endsInConsonant(name) ? afterConsonant : afterVowel}`;
}

// Only the last letters before a particle matter.
const LONGEST_WORD = 64;

/**
 * Template tag for Korean sentences: `{이/가}` in the fixed text becomes the form that fits the preceding word, such as
 * korean`${name}{이/가} 없습니다`. Values are not changed, even if they contain braces.
 */
export function korean(fixed: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  return fixed.reduce((text, part, index) => {
    const before = index === 0 ? '' : `${text}${values[index - 1] ?? ''}`;
    return part.split(/\{([^}]+)\}/).reduce((said, piece, number) => {
      const particle = number % 2 === 1 ? PARTICLES.find((each) => each === piece) : undefined;
      if (particle === undefined) return `${said}${piece}`;
      return `${said.slice(0, -LONGEST_WORD)}${withParticle(said.slice(-LONGEST_WORD), particle)}`;
    }, before);
  }, '');
}

function endsInConsonant(name: string): boolean {
  const last = /[\p{L}\p{N}](?=[^\p{L}\p{N}]*$)/u.exec(name)?.[0].toLowerCase();
  if (last === undefined) return false;
  const point = last.codePointAt(0) ?? 0;
  if (point >= HANGUL_FIRST && point <= HANGUL_LAST) return (point - HANGUL_FIRST) % FINALS > 0;
  return CONSONANT_DIGITS.includes(last) || endsInLatinConsonant(name);
}

/**
 * Rule of thumb for English words: `amount` 어마운트 and `order` 오더 end in a vowel, `token` 토큰, `name` 네임,
 * `webhook` 웹훅, `type` 타입, `format` 포맷 and `url` in a consonant.
 */
function endsInLatinConsonant(name: string): boolean {
  const word = name.replace(/[^\p{L}\p{N}]+$/u, '').toLowerCase();
  return /l$|[aiou]le$|[mn]e?$|ng$|(?<![aeiou])[aeiou][bckpt]$|ook$|type$/.test(word);
}
