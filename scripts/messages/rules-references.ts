import type { Entries, Texts } from './entry.js';
import type { Named } from './fixture-words.js';
import { invariantTexts, type InvariantProblem } from './invariant-problem.js';

/** Words for the values that a keyword may have. */
const FORMS = {
  number: { en: 'a number', ko: '숫자' },
  count: { en: 'a whole number', ko: '0 이상의 정수' },
  boolean: { en: 'true or false', ko: 'true 또는 false' },
  text: { en: 'a string', ko: '문자열' },
  names: { en: 'a list of names', ko: '이름 목록' },
  'names by name': { en: 'an object of lists of names', ko: '이름별 이름 목록' },
  members: { en: 'a list with at least one value', ko: '값이 하나 이상인 목록' },
  type: { en: 'a JSON type, or a list of them', ko: 'JSON 타입 또는 그 목록' },
  pattern: { en: 'a JavaScript regular expression', ko: 'JavaScript 정규식' },
  'schemas by pattern': {
    en: 'an object of schemas whose keys are JavaScript regular expressions',
    ko: 'JavaScript 정규식별 스키마',
  },
} as const satisfies Readonly<Record<string, Texts>>;

/** What the value of a keyword of JSON Schema must be. */
export type KeywordForm = keyof typeof FORMS;

interface Keyword {
  readonly keyword: string;
}

/** What is wrong with an invariant. */
type InvariantRuleFacts =
  | { readonly problem: 'invalid'; readonly path: readonly string[]; readonly why: InvariantProblem }
  | { readonly problem: 'repeated'; readonly invariant: string }
  | {
      readonly problem: 'unknown-name';
      readonly invariant: string;
      readonly path: readonly string[];
      readonly schema: string;
    };

/** Values of the findings of rules about references. */
export interface ReferenceRuleFacts {
  'beside-reference-is-schema': Keyword & { readonly form: KeywordForm };
  'code-table-has-source': { readonly table: string; readonly missing: readonly string[] };
  'invariant-is-sound': InvariantRuleFacts;
  'no-constraint-beside-ref': Keyword;
  'no-dynamic-reference': Keyword;
  'reference-is-pointer': { readonly problem: 'whole-document' | 'anchor' };
  'schema-is-more-than-itself': Named;
}

/** Rules about references and about tables and conditions that name other parts of the document. */
export const REFERENCE_RULES: Entries<ReferenceRuleFacts> = {
  'beside-reference-is-schema': {
    title: { en: 'A keyword beside a reference has an invalid value', ko: '$ref 옆 키워드의 값이 잘못되었습니다' },
    cause: {
      en: 'In OpenAPI 3.1, keywords beside a `$ref` apply and must be valid JSON Schema 2020-12: `required` is a list of names, `exclusiveMinimum` a number.',
      ko: 'OpenAPI 3.1에서는 `$ref` 옆의 내용도 효력이 있어 JSON Schema 2020-12를 따라야 합니다. `required`는 이름 목록, `exclusiveMinimum`은 숫자입니다.',
    },
    fix: { en: 'Correct the value, or delete the keyword.', ko: '값을 고치거나 키워드를 지우세요.' },
    message: {
      en: ({ keyword, form }) => `\`${keyword}\` beside a \`$ref\` must be ${FORMS[form].en}.`,
      ko: ({ keyword, form }) => `\`$ref\` 옆의 \`${keyword}\` 값은 ${FORMS[form].ko}이어야 합니다.`,
    },
  },
  'code-table-has-source': {
    title: { en: 'A code table has no source', ko: '코드 표에 출처가 없습니다' },
    cause: {
      en: 'Codes come and go. Without a source and a date, it is unclear whether a table is still right.',
      ko: '코드는 생기고 없어집니다. 출처와 날짜가 없으면 표가 아직 맞는지 알 수 없습니다.',
    },
    fix: {
      en: 'Add a `title`, a `source`, a `date` and the `codes` to the table.',
      ko: '표에 `title`, `source`, `date`, `codes`를 적으세요.',
    },
    message: {
      en: ({ table, missing }) => `The code table \`${table}\` has no ${missing.join(', no ')}.`,
      ko: ({ table, missing }) => `코드 표 \`${table}\`에 다음이 없습니다: ${missing.join(', ')}`,
    },
  },
  'invariant-is-sound': {
    title: { en: 'An invariant cannot be checked', ko: '검사할 수 없는 불변 조건입니다' },
    cause: {
      en: 'The condition cannot be parsed, or names an unknown property, so it would never be checked.',
      ko: '조건식을 해석할 수 없거나 스키마에 없는 속성을 읽습니다. 그런 조건은 검사되지 않습니다.',
    },
    fix: {
      en: 'Correct the condition. CONTRIBUTING.md describes the syntax.',
      ko: '조건식을 고치세요. 쓸 수 있는 표현은 CONTRIBUTING.md에 있습니다.',
    },
    message: { en: (values) => invariantRuleTexts(values).en, ko: (values) => invariantRuleTexts(values).ko },
  },
  'no-constraint-beside-ref': {
    title: { en: 'A constraint is beside a reference', ko: '$ref 옆에 제약 조건이 있습니다' },
    cause: {
      en: 'OpenAPI 3.0 ignores keywords beside a `$ref`, and many generators still do: the constraint holds in some programs and not in others.',
      ko: 'OpenAPI 3.0은 `$ref` 옆의 내용을 무시하고, 지금도 많은 생성기가 그렇습니다. 제약 조건이 어떤 프로그램에서는 지켜지고 어떤 프로그램에서는 사라집니다.',
    },
    fix: {
      en: 'Move it into the referenced schema, or combine the reference and the constraint with `allOf`.',
      ko: '참조하는 스키마로 옮기거나, 참조와 제약 조건을 `allOf`로 묶으세요.',
    },
    message: {
      en: ({ keyword }) => `\`${keyword}\` beside a \`$ref\` is often lost.`,
      ko: ({ keyword }) => `\`$ref\` 옆의 \`${keyword}\` 조건은 사라지기 쉽습니다.`,
    },
  },
  'no-dynamic-reference': {
    title: { en: 'A schema has a dynamic reference', ko: '동적 참조가 있습니다' },
    cause: {
      en: 'The target of a dynamic reference depends on which schema refers to it, which TypeScript types cannot express.',
      ko: '동적 참조의 뜻은 누가 참조하느냐에 따라 달라져 TypeScript 타입으로 나타낼 수 없습니다.',
    },
    fix: { en: 'Use `$ref`.', ko: '`$ref`를 쓰세요.' },
    message: {
      en: ({ keyword }) => `Use \`$ref\` instead of \`${keyword}\`.`,
      ko: ({ keyword }) => `\`${keyword}\` 대신 \`$ref\`를 쓰세요.`,
    },
  },
  'reference-is-pointer': {
    title: { en: 'A reference points to an anchor or a whole document', ko: '앵커나 문서 전체를 참조합니다' },
    cause: {
      en: 'Two files may have the same anchor, and `generate` merges them into one document. A whole OpenAPI document is not a schema.',
      ko: '같은 앵커가 두 파일에 있을 수 있는데 `generate`는 둘을 하나로 합칩니다. OpenAPI 문서 전체는 스키마가 아닙니다.',
    },
    fix: {
      en: 'Use a JSON Pointer, such as `#/components/schemas/Name`.',
      ko: '`#/components/schemas/Name` 같은 JSON Pointer로 쓰세요.',
    },
    message: {
      en: ({ problem }) =>
        problem === 'anchor'
          ? 'Anchors are not supported in references; use a JSON Pointer, such as `#/components/schemas/Name`.'
          : 'The reference points to a whole document, which is not a schema; use a JSON Pointer, such as `#/components/schemas/Name`.',
      ko: ({ problem }) =>
        problem === 'anchor'
          ? '참조는 앵커가 아니라 `#/components/schemas/Name` 같은 JSON Pointer로 씁니다.'
          : '스키마가 아닌 문서 전체를 가리키는 참조입니다. `#/components/schemas/Name` 같은 JSON Pointer로 쓰세요.',
    },
  },
  'schema-is-more-than-itself': {
    title: { en: 'A schema contains itself', ko: '스키마가 자기 자신으로 이루어져 있습니다' },
    cause: {
      en: 'A schema that applies itself to the same value makes a validator recurse endlessly. Recursion through a property or an item is fine: it ends where the value ends.',
      ko: '뜻이 없는 스키마이고 검증이 끝나지 않습니다. 속성이나 항목을 거치는 재귀는 값이 끝나는 곳에서 끝나므로 괜찮습니다.',
    },
    fix: {
      en: 'Refer to it from a property or an item, or delete the reference.',
      ko: '속성이나 항목에서 참조하거나 참조를 지우세요.',
    },
    message: {
      en: ({ name }) => `\`${name}\` contains itself; refer to it from a property or an item instead.`,
      ko: ({ name }) => `\`${name}\` 스키마가 자기 자신으로 이루어져 있습니다. 속성이나 항목에서 참조하세요.`,
    },
  },
};

function invariantRuleTexts(values: InvariantRuleFacts): Texts {
  switch (values.problem) {
    case 'invalid': {
      const path = values.path.join('.');
      const { en, ko } = invariantTexts(values.why);
      return { en: `\`${path}\` ${en}.`, ko: `\`${path}\`: ${ko}.` };
    }
    case 'repeated':
      return {
        en: `Two invariants have the id \`${values.invariant}\`.`,
        ko: `id가 \`${values.invariant}\`인 불변 조건이 둘입니다.`,
      };
    case 'unknown-name': {
      const path = values.path.join('.');
      return {
        en: `\`${values.invariant}\` names \`${path}\`, which is not a property of \`${values.schema}\`.`,
        ko: `\`${values.invariant}\`에서 읽는 \`${path}\` 속성이 \`${values.schema}\`에 없습니다.`,
      };
    }
  }
}
