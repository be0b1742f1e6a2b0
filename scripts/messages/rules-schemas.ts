import type { Entries, NoFacts } from './entry.js';
import type { Named } from './fixture-words.js';

/** Values of the findings of rules about schemas. */
export interface SchemaRuleFacts {
  'amount-is-number': Named;
  'description-is-no-placeholder': Named;
  'enum-has-members': NoFacts;
  'enum-member-has-label': { readonly members: readonly string[] };
  'keyword-is-known': { readonly keyword: string; readonly near?: string };
  'nullable-is-in-type': { readonly problem: 'keyword' } | ({ readonly problem: 'type' } & Named);
  'pattern-compiles': NoFacts;
  'pattern-is-linear': Named;
  'property-is-described': Named;
  'sensitive-has-mark': Named;
  'timestamp-is-unixtime': Named & { readonly problem: 'type' | 'format' };
}

/** Rules about single schemas. */
export const SCHEMA_RULES: Entries<SchemaRuleFacts> = {
  'amount-is-number': {
    title: { en: 'An amount is not a number', ko: '금액이 number 타입이 아닙니다' },
    cause: {
      en: 'Amounts in foreign currencies have decimals, and the server sends numbers: `integer` would reject USD 14.20, `string` every response.',
      ko: '외화 금액에는 소수가 있고 서버는 금액을 숫자로 보냅니다. integer로 두면 USD 14.20이, string으로 두면 모든 응답이 거부됩니다.',
    },
    fix: { en: 'Write `type: number`.', ko: '`type: number`로 쓰세요.' },
    message: {
      en: ({ name }) => `\`${name}\` is money and must be a number.`,
      ko: ({ name }) => `\`${name}\` 값은 금액이므로 number여야 합니다.`,
    },
  },
  'description-is-no-placeholder': {
    title: { en: 'A description is a placeholder', ko: '설명에 내용이 없습니다' },
    cause: {
      en: 'The description repeats the name or is a placeholder. That is worse than none: it hides that a description is missing.',
      ko: '설명이 이름을 되풀이하거나 아직 쓰이지 않았습니다. 설명이 없으면 찾아서 채우기라도 하지만, 이런 설명은 아무도 찾지 않습니다.',
    },
    fix: {
      en: 'Describe the meaning of the value, its unit and when it is present, or delete the description.',
      ko: '값의 뜻과 단위, 언제 있는지를 쓰거나 설명을 지우세요.',
    },
    message: {
      en: ({ name }) => `The description of \`${name}\` is a placeholder.`,
      ko: ({ name }) => `\`${name}\`의 설명에 내용이 없습니다.`,
    },
  },
  'enum-has-members': {
    title: { en: 'An enum has no members', ko: 'enum에 값이 없습니다' },
    cause: {
      en: 'An empty list rejects every value, which is never intended.',
      ko: '빈 목록은 어떤 값도 받지 않습니다. 다른 뜻으로 쓴 것입니다.',
    },
    fix: { en: 'List the values, or delete the `enum`.', ko: '값을 나열하거나 `enum`을 지우세요.' },
    message: {
      en: () => 'The enum has no members, so no value is valid.',
      ko: () => 'enum에 값이 없어 어떤 값도 맞지 않습니다.',
    },
  },
  'enum-member-has-label': {
    title: { en: 'A member of an enum has no label', ko: 'enum 값에 설명이 없습니다' },
    cause: {
      en: 'Values such as `EXTRAFEEE` or `trans` need an explanation. Labels appear in the generated documentation.',
      ko: '`EXTRAFEEE`나 `trans` 같은 값만으로는 뜻을 알 수 없습니다. 설명은 생성된 문서에 그대로 실립니다.',
    },
    fix: { en: 'Add every member to `x-enumDescriptions`.', ko: '모든 값을 `x-enumDescriptions`에 추가하세요.' },
    message: {
      en: ({ members }) => `\`x-enumDescriptions\` has no entry for ${members.join(', ')}.`,
      ko: ({ members }) => `\`x-enumDescriptions\`에 다음 값의 설명이 없습니다: ${members.join(', ')}`,
    },
  },
  'keyword-is-known': {
    severity: 'warning',
    title: { en: 'A schema has an unknown keyword', ko: '스키마에 의미 없는 키워드가 있습니다' },
    cause: {
      en: 'The keyword is misspelt, or belongs to an older version (such as `nullable` and `id`) or another tool. JSON Schema 2020-12 ignores it.',
      ko: '`nullable`이나 `id`처럼 예전 버전의 키워드이거나, 다른 도구의 키워드이거나, 철자가 틀렸습니다. JSON Schema 2020-12는 이런 키워드를 무시합니다.',
    },
    fix: {
      en: 'Remove it, correct its spelling, or prefix it with `x-`. Instead of `nullable: true`, add `null` to the types.',
      ko: '지우거나, 철자를 고치거나, `x-`로 시작하게 하세요. `nullable: true` 대신 타입에 `null`을 쓰세요.',
    },
    message: {
      en: ({ keyword, near }) =>
        `\`${keyword}\` is not a JSON Schema keyword and is ignored.${near === undefined ? '' : ` Did you mean \`${near}\`?`}`,
      ko: ({ keyword, near }) =>
        `\`${keyword}\` 키워드는 스키마에서 의미가 없어 무시됩니다.${near === undefined ? '' : ` 혹시 \`${near}\`인가요?`}`,
    },
  },
  'nullable-is-in-type': {
    title: { en: 'The type of a nullable value does not include null', ko: 'null이 될 수 있는데 타입에 없습니다' },
    cause: {
      en: '`nullable` is an OpenAPI 3.0 keyword without effect in 3.1. Programs cannot see a null that is only in the description or `enum`.',
      ko: '`nullable`은 OpenAPI 3.0의 문법이라 3.1에서는 효과가 없습니다. 설명이나 `enum`에만 있는 null은 프로그램이 알 수 없습니다.',
    },
    fix: { en: "Write `type: [string, 'null']`.", ko: "`type: [string, 'null']`처럼 쓰세요." },
    message: {
      en: (values) =>
        values.problem === 'keyword'
          ? "Write `type: [string, 'null']` instead of `nullable`."
          : `\`${values.name}\` can be null, but its type does not include null.`,
      ko: (values) =>
        values.problem === 'keyword'
          ? "`nullable` 대신 `type: [string, 'null']`로 쓰세요."
          : `\`${values.name}\` 값은 null일 수 있는데 타입에 없습니다.`,
    },
  },
  'pattern-compiles': {
    title: { en: 'A pattern is not a JavaScript regular expression', ko: 'JavaScript 정규식이 아닙니다' },
    cause: {
      en: 'JSON Schema uses JavaScript regular expressions. Patterns of other languages, such as `(?i)a\\z`, stop a validator from loading.',
      ko: 'JSON Schema의 pattern은 JavaScript 정규식입니다. `(?i)a\\z`처럼 다른 언어의 정규식이 있으면 검증기를 불러올 수 없습니다.',
    },
    fix: {
      en: 'Rewrite the pattern, for example `^[Aa]$` instead of `(?i)^a$`.',
      ko: '패턴을 다시 쓰세요. 예를 들어 `(?i)^a$` 대신 `^[Aa]$`로 씁니다.',
    },
    message: {
      en: () => 'The pattern is not a JavaScript regular expression.',
      ko: () => '패턴이 JavaScript 정규식이 아닙니다.',
    },
  },
  'pattern-is-linear': {
    title: { en: 'A pattern can take very long to match', ko: '정규식이 매우 오래 걸릴 수 있습니다' },
    cause: {
      en: 'Validators run patterns on untrusted input. A pattern that backtracks lets a single request block a server (ReDoS).',
      ko: '검증기는 외부에서 온 값에 정규식을 실행합니다. 역추적이 많은 정규식은 요청 하나로 서버를 붙잡아 둘 수 있습니다.',
    },
    fix: {
      en: 'Anchor it with `^`, use at most one unbounded quantifier, and limit the length with `maxLength`.',
      ko: '`^`로 시작을 고정하고, 끝없는 반복은 한 번만 쓰고, 길이는 `maxLength`로 제한하세요.',
    },
    message: {
      en: ({ name }) => `The pattern of \`${name}\` can backtrack and take very long to match.`,
      ko: ({ name }) => `\`${name}\`의 정규식은 텍스트 길이에 비해 훨씬 오래 걸릴 수 있습니다.`,
    },
  },
  'property-is-described': {
    title: { en: 'A property has no description', ko: '속성에 설명이 없습니다' },
    cause: {
      en: 'Property names of this API need an explanation: `name` is the title of the order, `vbank_num` the account to pay into.',
      ko: '이 API의 이름은 뜻을 알기 어렵습니다. `name`은 주문 제목이고 `vbank_num`은 입금할 계좌번호입니다.',
    },
    fix: { en: 'Describe the value and its unit in a sentence.', ko: '값이 무엇인지 단위와 함께 한 문장으로 쓰세요.' },
    message: {
      en: ({ name }) => `\`${name}\` has no description.`,
      ko: ({ name }) => `\`${name}\` 속성에 설명이 없습니다.`,
    },
  },
  'sensitive-has-mark': {
    title: { en: 'A personal or secret value is not marked', ko: '개인정보나 비밀 값에 표시가 없습니다' },
    cause: {
      en: 'One mark drives redaction, masked logs and code frames: unmarked values end up in logs.',
      ko: '표시 하나로 값 바꾸기, 로그 가리기, 코드 출력이 모두 값을 가립니다. 표시가 없는 값은 누군가의 로그에 남습니다.',
    },
    fix: {
      en: 'Add `x-sensitive` with the type of value, such as `phone`.',
      ko: '`phone`처럼 값의 종류를 `x-sensitive`에 적으세요.',
    },
    message: {
      en: ({ name }) => `\`${name}\` is personal or secret and needs \`x-sensitive\`.`,
      ko: ({ name }) => `\`${name}\` 값은 개인정보나 비밀이므로 \`x-sensitive\`가 필요합니다.`,
    },
  },
  'timestamp-is-unixtime': {
    title: { en: 'A timestamp is not in Unix seconds', ko: '시각이 유닉스 초가 아닙니다' },
    cause: {
      en: 'The official document declares timestamps as strings, but recorded responses have integers in Unix seconds, and 0 for "not yet".',
      ko: '공식 문서에는 문자열로 되어 있지만, 기록된 모든 응답은 유닉스 초 단위의 정수이며 0은 "아직 없음"입니다.',
    },
    fix: {
      en: 'Write `type: integer` and `format: unixtime`.',
      ko: '`type: integer`와 `format: unixtime`으로 쓰세요.',
    },
    message: {
      en: ({ name, problem }) =>
        problem === 'type'
          ? `\`${name}\` is a timestamp and must be an integer.`
          : `\`${name}\` ends in _at but lacks \`format: unixtime\`.`,
      ko: ({ name, problem }) =>
        problem === 'type'
          ? `\`${name}\` 값은 시각이므로 integer여야 합니다.`
          : `\`${name}\` 이름이 _at으로 끝나는데 \`format: unixtime\`이 없습니다.`,
    },
  },
};
