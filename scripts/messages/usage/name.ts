import type { Texts } from '../entry.js';
import { korean } from '../particle.js';

const KINDS = {
  command: { en: 'command', ko: '명령' },
  format: { en: 'format', ko: '형식' },
  language: { en: 'language', ko: '언어' },
  ruleset: { en: 'rule set', ko: '규칙 모음' },
  rule: { en: 'rule', ko: '규칙' },
  code: { en: 'code', ko: '코드' },
  key: { en: 'key', ko: '키' },
  schema: { en: 'schema', ko: '스키마' },
  operation: { en: 'operation', ko: '작업' },
} as const satisfies Readonly<Record<string, Texts>>;

/** The longest list of names printed. */
const LISTED = 10;

/** A name that does not exist. */
export interface UnknownName {
  readonly kind: keyof typeof KINDS;
  readonly name: string;
  /** The one that was probably meant. */
  readonly near?: string | undefined;
  /** All known names; undefined where `iamport-kit explain` lists them. */
  readonly known?: readonly string[];
}

/** A body that an operation does not have. */
export interface UnknownBody {
  readonly operation: string;
  readonly status: string;
  readonly bodies: readonly string[];
}

/** Names on the command line, in a config or in `$schema` that do not exist. */
export const NAME_USAGE = {
  'unknown-name': ({ kind, name, near, known }: UnknownName): Texts => {
    const cure = near === undefined ? choiceOf(known) : { en: `did you mean "${near}"?`, ko: `혹시 "${near}"인가요?` };
    return {
      en: `unknown ${KINDS[kind].en} "${name}"; ${cure.en}`,
      ko: korean`"${name}" ${KINDS[kind].ko}{은/는} 없습니다. ${cure.ko}`,
    };
  },
  'unknown-body': ({ operation, status, bodies }: UnknownBody): Texts => ({
    en: `${operation} has no body for status ${status}; expected one of: ${bodies.join(', ')}`,
    ko: `${operation}에는 ${status} 본문이 없습니다. 있는 것: ${bodies.join(', ')}`,
  }),
};

function choiceOf(known: readonly string[] | undefined): Texts {
  if (known === undefined)
    return { en: '"iamport-kit explain" lists them all', ko: '"iamport-kit explain"으로 모두 볼 수 있습니다' };
  const names = `${known.slice(0, LISTED).join(', ')}${known.length > LISTED ? ', …' : ''}`;
  return { en: `expected one of: ${names}`, ko: `쓸 수 있는 것: ${names}` };
}
