import type { Bound } from '../json/bounds.js';
import { boundTexts } from './bound.js';
import type { Severity } from './diagnostic.js';
import type { Entry, Texts } from './entry.js';
import { refusalTexts, type Refusal } from './refused-reference.js';

/** Why we did not read a file that a reference leads to. */
export type UnreadReason = { readonly refused: Refusal } | { readonly bound: Bound };

/** Values of the findings of Redocly's rules. */
export interface RedoclyFacts {
  /** Redocly's message, in English. */
  readonly problem: string;
  /** The property that was probably meant. */
  readonly near?: string;
  readonly reason?: UnreadReason;
}

/** Redocly's own description of its rules. */
const RULES_PAGE = 'https://redocly.com/docs/cli/rules/built-in-rules';

type Rows = Readonly<Record<string, readonly [en: string, ko: string]>>;

const ERRORS: Rows = {
  struct: ['The document does not follow OpenAPI', 'OpenAPI 형식에 맞지 않습니다'],
  'no-unresolved-refs': ['A reference cannot be resolved', '참조하는 대상이 없습니다'],
  'no-empty-servers': ['No server is defined', '서버가 없습니다'],
  'no-server-trailing-slash': ['The URL of a server ends with a slash', '서버 URL이 슬래시로 끝납니다'],
  'no-server-variables-empty-enum': [
    'A server variable allows no value, or not its default',
    '서버 변수의 값 목록이 비었거나 기본값이 없습니다',
  ],
  'no-undefined-server-variable': [
    'The URL of a server has a variable that is not defined',
    '서버 URL에 정의되지 않은 변수가 있습니다',
  ],
  'spec-components-invalid-map-name': [
    'The name of a component has characters that are not allowed',
    '컴포넌트 이름에 쓸 수 없는 문자가 있습니다',
  ],
  'security-defined': [
    'An operation has no security, or names an unknown scheme',
    '인증 방식이 없거나 정의되지 않았습니다',
  ],
  'operation-operationId-unique': ['Two operations have the same operationId', 'operationId가 중복됩니다'],
  'operation-operationId-url-safe': [
    'An operationId has characters that are not safe in a URL',
    'operationId에 URL에 쓸 수 없는 문자가 있습니다',
  ],
  'operation-summary': ['An operation has no summary', '작업에 요약이 없습니다'],
  'operation-parameters-unique': ['An operation has the same parameter twice', '같은 매개변수가 두 번 있습니다'],
  'path-declaration-must-exist': ['A path has an empty parameter', '경로의 매개변수 이름이 비어 있습니다'],
  'path-not-include-query': ['A path contains a query string', '경로에 쿼리 문자열이 있습니다'],
  'path-parameters-defined': [
    'A parameter of a path is not defined, or not in the path',
    '경로 매개변수가 정의와 맞지 않습니다',
  ],
  'no-identical-paths': [
    'Two paths differ only in the names of their parameters',
    '매개변수 이름만 다른 경로가 있습니다',
  ],
  'no-path-trailing-slash': ['A path ends with a slash', '경로가 슬래시로 끝납니다'],
  'no-enum-type-mismatch': ['An enum value does not match the type', 'enum 값이 타입과 다릅니다'],
  'no-example-value-and-externalValue': ['An example has both a value and a file', '예제에 값과 파일이 모두 있습니다'],
  'no-schema-type-mismatch': ['A keyword does not apply to the type', '키워드가 타입과 맞지 않습니다'],
  'nullable-type-sibling': ['`nullable` has no type beside it', '`nullable` 옆에 타입이 없습니다'],
};

const WARNINGS: Rows = {
  'info-license': ['The document has no licence', '라이선스가 없습니다'],
  'info-license-strict': ['The licence has neither a URL nor an identifier', '라이선스에 URL이나 식별자가 없습니다'],
  'no-duplicated-tag-names': ['A tag is defined twice', '같은 태그가 두 번 있습니다'],
  'tag-description': ['A tag has no description', '태그에 설명이 없습니다'],
  'no-server-example.com': ['A server URL is example.com or localhost', '서버가 `example.com`이나 `localhost`입니다'],
  'no-unsafe-markdown': ['A description contains markup that could run', '설명에 실행될 수 있는 마크업이 있습니다'],
  'no-unused-components': ['A component is never used', '쓰이지 않는 컴포넌트입니다'],
  'spec-ref-siblings': ['A property beside `$ref` is ignored', '$ref 옆에 다른 내용이 있습니다'],
  'security-scopes-defined': ['A scope is not defined', '정의되지 않은 스코프입니다'],
  'operation-operationId': ['An operation has no operationId', 'operationId가 없습니다'],
  'operation-2xx-response': ['An operation has no success response', '성공 응답이 없습니다'],
  'operation-4xx-response': ['An operation has no error response', '거절 응답이 없습니다'],
  'no-ambiguous-paths': ['Two paths can match the same URL', '두 경로가 같은 URL이 될 수 있습니다'],
  'no-duplicated-enum-values': ['An enum contains a duplicate value', 'enum에 같은 값이 두 번 있습니다'],
  'no-illogical-composition-keywords': ['A composition of schemas has no effect', '효과가 없는 스키마 조합입니다'],
  'no-invalid-media-type-examples': [
    'An example of a body does not match its schema',
    '본문의 예제가 스키마와 다릅니다',
  ],
  'no-invalid-parameter-examples': [
    'An example of a parameter does not match its schema',
    '매개변수의 예제가 스키마와 다릅니다',
  ],
  'no-invalid-schema-examples': [
    'An example in a schema does not match the schema',
    '스키마의 예제가 스키마와 다릅니다',
  ],
  'no-mixed-number-range-constraints': ['A number has two lower or two upper bounds', '숫자의 범위가 중복됩니다'],
  'no-required-schema-properties-undefined': ['A required property is not defined', '필수 속성이 정의되지 않았습니다'],
};

/** The rules of Redocly's recommended set. Redocly's messages are English; Korean output quotes them after our title. */
export const REDOCLY_ENTRIES: Readonly<Record<string, Entry<RedoclyFacts>>> = Object.fromEntries([
  ...entriesOf('error', ERRORS),
  ...entriesOf('warning', WARNINGS),
]);

function entriesOf(severity: Severity, rows: Rows): [code: string, entry: Entry<RedoclyFacts>][] {
  return Object.entries(rows).map(([code, [en, ko]]) => [code, entryOf(code, severity, { en, ko })]);
}

function entryOf(code: string, severity: Severity, title: Texts): Entry<RedoclyFacts> {
  return {
    severity,
    title,
    cause: {
      en: "This rule is part of Redocly's recommended set. The finding quotes Redocly's message.",
      ko: 'Redocly가 권장하는 규칙입니다. 해당 위치에 대한 Redocly의 설명이 문제에 함께 나옵니다.',
    },
    fix: {
      en: `Look up ${code} in ${RULES_PAGE}`,
      ko: `${RULES_PAGE} 페이지에서 ${code} 규칙을 찾아 보세요.`,
    },
    message: {
      en: ({ problem, near }) => (near === undefined ? problem : `${problem} Did you mean \`${near}\`?`),
      ko: ({ problem, near, reason }) => {
        const quote = `${title.ko}: "${quotable(reason === undefined ? problem : unreadTexts(reason).ko)}"`;
        return near === undefined ? quote : `${quote} 혹시 \`${near}\`인가요?`;
      },
    },
  };
}

function unreadTexts(reason: UnreadReason): Texts {
  return 'bound' in reason ? boundTexts(reason.bound) : refusalTexts(reason.refused);
}

function quotable(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('"', "'");
}
