/** Korean particles that change with the last sound of the word before them, written after a final consonant first. */
export const PARTICLES = [
  '은/는',
  '이/가',
  '을/를',
  '과/와',
  '으로/로',
  '이에요/예요',
  '이어야/여야',
  '이나/나',
] as const;

/** One of them. */
export type Particle = (typeof PARTICLES)[number];

const HANGUL_FIRST = 0xac00;
const HANGUL_LAST = 0xd7a3;
/** Final consonants per syllable block, none included. */
const FINALS = 28;
const FINAL_RIEUL = 8;

// Digits are read 영 일 이 삼 사 오 육 칠 팔 구.
const RIEUL_DIGITS = '178';
const CONSONANT_DIGITS = '036';

type Ending = 'vowel' | 'rieul' | 'consonant';

/**
 * Puts the right form of a particle after a name: `amount는`, `imp_uid는`, `"paid"를`, `200은`. Quotes, brackets and
 * back-ticks around the name are passed over, since they are not read. A Latin name is taken as read by its last letter.
 */
export function withParticle(name: string, particle: Particle): string {
  const [afterConsonant = '', afterVowel = ''] = particle.split('/');
  const ending = endingOf(name);
  // 로 follows ㄹ as it follows a vowel: 서울로.
  const isVowelLike = ending === 'vowel' || (ending === 'rieul' && particle === '으로/로');
  return `${name}${isVowelLike ? afterVowel : afterConsonant}`;
}

// A particle depends on the last letters before it only.
const LONGEST_WORD = 64;

/**
 * Template tag for Korean sentences: `{이/가}` in the fixed text becomes the form that goes with what is before it, such
 * as korean`${name}{이/가} 없습니다`. Values are left as they are, braces included.
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

function endingOf(name: string): Ending {
  const last = /[\p{L}\p{N}](?=[^\p{L}\p{N}]*$)/u.exec(name)?.[0].toLowerCase() ?? '';
  const point = last.codePointAt(0) ?? 0;
  if (point >= HANGUL_FIRST && point <= HANGUL_LAST) {
    const final = (point - HANGUL_FIRST) % FINALS;
    if (final === 0) return 'vowel';
    return final === FINAL_RIEUL ? 'rieul' : 'consonant';
  }
  if (RIEUL_DIGITS.includes(last)) return last === '' ? 'vowel' : 'rieul';
  if (CONSONANT_DIGITS.includes(last)) return 'consonant';
  return latinEnding(name);
}

/**
 * English words are read as words, by rule of thumb: `amount` 어마운트 and `order` 오더 end in a vowel, `token` 토큰, `name` 네임,
 * `webhook` 웹훅, `type` 타입 and `format` 포맷 in a consonant, `url` in ㄹ.
 */
function latinEnding(name: string): Ending {
  const word = name.replace(/[^\p{L}\p{N}]+$/u, '').toLowerCase();
  if (/l$|[aiou]le$/.test(word)) return 'rieul';
  const isConsonant = /[mn]e?$|ng$|(?<![aeiou])[aeiou][bckpt]$|ook$|type$/.test(word);
  return isConsonant ? 'consonant' : 'vowel';
}
