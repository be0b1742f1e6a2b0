import type { Severity } from './diagnostic.js';
import type { Entry, Values } from './entry.js';

/** Redocly's own description of its rules. */
const RULES_PAGE = 'https://redocly.com/docs/cli/rules/built-in-rules';

const ROWS: Readonly<Record<string, readonly [severity: Severity, en: string, ko: string]>> = {
  struct: ['error', 'The document does not follow OpenAPI', 'OpenAPI 형식에 맞지 않습니다'],
  'no-unresolved-refs': ['error', 'A reference cannot be resolved', '참조하는 대상이 없습니다'],
  'info-license': ['warning', 'The document has no licence', '라이선스가 없습니다'],
  'info-license-strict': [
    'warning',
    'The licence has neither a URL nor an identifier',
    '라이선스에 URL이나 식별자가 없습니다',
  ],
  'no-duplicated-tag-names': ['warning', 'A tag is defined twice', '같은 태그가 두 번 있습니다'],
  'tag-description': ['warning', 'A tag has no description', '태그에 설명이 없습니다'],
  'no-empty-servers': ['error', 'No server is defined', '서버가 없습니다'],
  'no-server-example.com': [
    'warning',
    'A server URL is example.com or localhost',
    '서버가 `example.com`이나 `localhost`입니다',
  ],
  'no-server-trailing-slash': ['error', 'The URL of a server ends with a slash', '서버 URL이 슬래시로 끝납니다'],
  'no-server-variables-empty-enum': [
    'error',
    'A server variable allows no value, or not its default',
    '서버 변수의 값 목록이 비었거나 기본값이 없습니다',
  ],
  'no-undefined-server-variable': [
    'error',
    'The URL of a server has a variable that is not defined',
    '서버 URL에 정의되지 않은 변수가 있습니다',
  ],
  'no-unsafe-markdown': [
    'warning',
    'A description contains markup that could run',
    '설명에 실행될 수 있는 마크업이 있습니다',
  ],
  'no-unused-components': ['warning', 'A component is never used', '쓰이지 않는 컴포넌트입니다'],
  'spec-components-invalid-map-name': [
    'error',
    'The name of a component has characters that are not allowed',
    '컴포넌트 이름에 쓸 수 없는 문자가 있습니다',
  ],
  'spec-ref-siblings': ['warning', 'A property beside `$ref` is ignored', '$ref 옆에 다른 내용이 있습니다'],
  'security-defined': [
    'error',
    'An operation has no security, or names an unknown scheme',
    '인증 방식이 없거나 정의되지 않았습니다',
  ],
  'security-scopes-defined': ['warning', 'A scope is not defined', '정의되지 않은 스코프입니다'],
  'operation-operationId': ['warning', 'An operation has no operationId', 'operationId가 없습니다'],
  'operation-operationId-unique': ['error', 'Two operations have the same operationId', 'operationId가 중복됩니다'],
  'operation-operationId-url-safe': [
    'error',
    'An operationId has characters that are not safe in a URL',
    'operationId에 URL에 쓸 수 없는 문자가 있습니다',
  ],
  'operation-summary': ['error', 'An operation has no summary', '작업에 요약이 없습니다'],
  'operation-2xx-response': ['warning', 'An operation has no success response', '성공 응답이 없습니다'],
  'operation-4xx-response': ['warning', 'An operation has no error response', '거절 응답이 없습니다'],
  'operation-parameters-unique': [
    'error',
    'An operation has the same parameter twice',
    '같은 매개변수가 두 번 있습니다',
  ],
  'path-declaration-must-exist': ['error', 'A path has an empty parameter', '경로의 매개변수 이름이 비어 있습니다'],
  'path-not-include-query': ['error', 'A path contains a query string', '경로에 쿼리 문자열이 있습니다'],
  'path-parameters-defined': [
    'error',
    'A parameter of a path is not defined, or not in the path',
    '경로 매개변수가 정의와 맞지 않습니다',
  ],
  'no-identical-paths': [
    'error',
    'Two paths differ only in the names of their parameters',
    '매개변수 이름만 다른 경로가 있습니다',
  ],
  'no-ambiguous-paths': ['warning', 'Two paths can match the same URL', '두 경로가 같은 URL이 될 수 있습니다'],
  'no-path-trailing-slash': ['error', 'A path ends with a slash', '경로가 슬래시로 끝납니다'],
  'no-duplicated-enum-values': ['warning', 'An enum contains a duplicate value', 'enum에 같은 값이 두 번 있습니다'],
  'no-enum-type-mismatch': ['error', 'An enum value does not match the type', 'enum 값이 타입과 다릅니다'],
  'no-example-value-and-externalValue': [
    'error',
    'An example has both a value and a file',
    '예제에 값과 파일이 모두 있습니다',
  ],
  'no-illogical-composition-keywords': [
    'warning',
    'A composition of schemas has no effect',
    '효과가 없는 스키마 조합입니다',
  ],
  'no-invalid-media-type-examples': [
    'warning',
    'An example of a body does not match its schema',
    '본문의 예제가 스키마와 다릅니다',
  ],
  'no-invalid-parameter-examples': [
    'warning',
    'An example of a parameter does not match its schema',
    '매개변수의 예제가 스키마와 다릅니다',
  ],
  'no-invalid-schema-examples': [
    'warning',
    'An example in a schema does not match the schema',
    '스키마의 예제가 스키마와 다릅니다',
  ],
  'no-mixed-number-range-constraints': [
    'warning',
    'A number has two lower or two upper bounds',
    '숫자의 범위가 중복됩니다',
  ],
  'no-required-schema-properties-undefined': [
    'warning',
    'A required property is not defined',
    '필수 속성이 정의되지 않았습니다',
  ],
  'no-schema-type-mismatch': ['error', 'A keyword does not apply to the type', '키워드가 타입과 맞지 않습니다'],
  'nullable-type-sibling': ['error', '`nullable` has no type beside it', '`nullable` 옆에 타입이 없습니다'],
};

/** The rules of Redocly's recommended set. Redocly's messages are English; Korean output quotes them after our title. */
export const REDOCLY_ENTRIES: Readonly<Record<string, Entry<Values>>> = Object.fromEntries(
  Object.entries(ROWS).map(([code, row]) => [code, entryOfRow(code, row)]),
);

function entryOfRow(code: string, [severity, en, ko]: (typeof ROWS)[string]): Entry<Values> {
  return {
    severity,
    title: { en, ko },
    cause: {
      en: "This rule is part of Redocly's recommended set. The finding quotes Redocly's message.",
      ko: 'Redocly가 권장하는 규칙입니다. 해당 위치에 대한 Redocly의 설명이 문제에 함께 나옵니다.',
    },
    fix: {
      en: `Look up ${code} in ${RULES_PAGE}`,
      ko: `${RULES_PAGE} 페이지에서 ${code} 규칙을 찾아 보세요.`,
    },
    message: {
      en: ({ problem = en }) => problem,
      ko: ({ problem }) => (problem === undefined ? ko : `${ko}: "${quotable(problem)}"`),
    },
  };
}

function quotable(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('"', "'");
}
