import type { Phrase } from './phrase.js';
import { EXAMPLE_PHRASES } from './redocly-example-phrases.js';

const NO_FIELD: Phrase = ['{type} object should contain `{field}` field.', '{type}에 `{field}` 필드가 없습니다.'];
const EMPTY_FIELD: Phrase = [
  '{type} object `{field}` must be non-empty string.',
  '{type}의 `{field}`{이/가} 비어 있습니다.',
];
const NO_RESPONSE: Phrase = [
  'Operation must have at least one `{codes}` response.',
  '작업에 `{codes}` 응답이 하나도 없습니다.',
];

/** What Redocly's rules say, in Korean, by rule. What is not here is said in English after the title of the rule. */
export const REDOCLY_PHRASES: Readonly<Record<string, readonly Phrase[]>> = {
  struct: [
    ['Property `{name}` is not expected here.', '`{name}` 속성은 여기에 쓸 수 없습니다.'],
    ['The field `{name}` must be present on this level.', '`{name}` 필드가 없습니다.'],
    ['The field `{name}` is not allowed here.', '`{name}` 필드는 여기에 쓸 수 없습니다.'],
    ['Must contain at least one of the following fields: {names}.', '다음 필드 중 하나는 있어야 합니다: {names}.'],
    [
      'Expected type `{type}` (array) but got `{got}`',
      '`{type}`{은/는} 배열이어야 하는데 `{got}` 타입의 값이 있습니다.',
    ],
    [
      'Expected type `{type}` (object) but got `{got}`',
      '`{type}`{은/는} 객체여야 하는데 `{got}` 타입의 값이 있습니다.',
    ],
    ['Expected type `{type}` but got `{got}`.', '타입이 `{type}`{이어야/여야} 하는데 `{got}`입니다.'],
    ['`{name}` can be one of the following only: {values}.', '`{name}`{은/는} 다음 중 하나여야 합니다: {values}.'],
    [
      'The value of the {name} field must be greater than or equal to {least}',
      '`{name}`의 값은 {least} 이상이어야 합니다.',
    ],
  ],
  'no-unresolved-refs': [
    [
      "Can't resolve $ref: ENOENT: no such file or directory '{file}'",
      '$ref를 따라갈 수 없습니다: `{file}` 파일이 없습니다.',
    ],
    ["Can't resolve $ref: {reason}", '$ref를 따라갈 수 없습니다: {reason}'],
    ["Can't resolve $ref", '$ref가 가리키는 곳이 문서에 없습니다.'],
    ['Failed to parse: {reason}', '해석할 수 없습니다: {reason}'],
  ],
  'no-identical-paths': [
    [
      'The path already exists which differs only by path parameter name(s): `{one}` and `{other}`.',
      '`{one}`{과/와} `{other}`{은/는} 경로 매개변수의 이름만 다른 같은 경로입니다.',
    ],
  ],
  'no-path-trailing-slash': [
    ['`{path}` should not have a trailing slash.', '`{path}` 경로가 슬래시로 끝나면 안 됩니다.'],
  ],
  'path-parameters-defined': [
    [
      'The operation does not define the path parameter `{name}` expected by path `{path}`.',
      '`{path}` 경로의 매개변수 `{name}`{이/가} 작업에 정의되지 않았습니다.',
    ],
    [
      'Path parameter `{name}` is not used in the path `{path}`.',
      '경로 매개변수 `{name}`{은/는} `{path}` 경로에 없습니다.',
    ],
  ],
  'path-declaration-must-exist': [
    [
      'Path parameter declarations must be non-empty. `{braces}` is invalid.',
      '경로의 `{braces}` 안에 매개변수 이름이 없습니다.',
    ],
  ],
  'path-not-include-query': [
    [
      "Don't put query string items in the path, they belong in parameters with `in: query`.",
      '쿼리 문자열은 경로가 아니라 `in: query` 매개변수에 적어야 합니다.',
    ],
  ],
  'operation-operationId': [NO_FIELD, EMPTY_FIELD],
  'operation-operationId-unique': [
    ['Every operation must have a unique `operationId`.', '같은 `operationId`를 쓰는 작업이 또 있습니다.'],
  ],
  'operation-operationId-url-safe': [
    [
      'Operation `operationId` should not have URL invalid characters.',
      '`operationId`에 URL에 쓸 수 없는 문자가 있습니다.',
    ],
  ],
  'operation-parameters-unique': [
    [
      'Paths must have unique `name` + `in` parameters.\nRepeats of `in:{in}` + `name:{name}`.',
      '경로에 `{in}` 매개변수 `{name}`{이/가} 두 번 있습니다.',
    ],
    [
      'Operations must have unique `name` + `in` parameters. Repeats of `in:{in}` + `name:{name}`.',
      '작업에 `{in}` 매개변수 `{name}`{이/가} 두 번 있습니다.',
    ],
  ],
  'operation-summary': [NO_FIELD, EMPTY_FIELD],
  'operation-2xx-response': [NO_RESPONSE],
  'operation-4xx-response': [NO_RESPONSE],
  'no-unsafe-markdown': [
    ["Markdown descriptions must not contain '<script>' tags.", "설명에 '<script>' 태그를 쓸 수 없습니다."],
    [
      'Markdown descriptions must not contain HTML event handler attributes.',
      '설명에 HTML 이벤트 처리 속성을 쓸 수 없습니다.',
    ],
    ["Markdown descriptions must not contain 'javascript:' URLs.", "설명에 'javascript:' URL을 쓸 수 없습니다."],
  ],
  'no-unused-components': [
    ['Component: "{name}" is never used.', '"{name}" 컴포넌트를 쓰는 곳이 없습니다.'],
    ['Security scheme: "{name}" is never used.', '"{name}" 인증 방식을 쓰는 곳이 없습니다.'],
  ],
  'security-defined': [
    ['There is no `{name}` security scheme defined.', '`{name}` 인증 방식이 정의되지 않았습니다.'],
    [
      'Every operation should have security defined on it or on the root level.',
      '작업에도 문서에도 `security`가 없습니다.',
    ],
  ],
  'security-scopes-defined': [
    [
      'The "{scope}" scope is not defined in the "{scheme}" security scheme.',
      '"{scheme}" 인증 방식에 "{scope}" 스코프가 정의되지 않았습니다.',
    ],
    [
      'The "{scheme}" security requirement must list at least one scope.',
      '"{scheme}" 인증에는 스코프가 하나 이상 있어야 합니다.',
    ],
  ],
  'info-license': [NO_FIELD, EMPTY_FIELD],
  'info-license-strict': [
    [
      '{type} object should contain one of the fields: {fields}.',
      '{type}에 다음 필드 중 하나가 있어야 합니다: {fields}.',
    ],
    EMPTY_FIELD,
  ],
  'tag-description': [NO_FIELD, EMPTY_FIELD],
  'no-duplicated-tag-names': [["Duplicate tag name found: '{name}'.", "'{name}' 태그가 두 번 있습니다."]],
  'no-server-example.com': [
    [
      'Server `url` should not point to example.com or localhost.',
      '서버의 `url`이 example.com이나 localhost를 가리킵니다.',
    ],
  ],
  'no-server-trailing-slash': [
    ['Server `url` should not have a trailing slash.', '서버의 `url`이 슬래시로 끝나면 안 됩니다.'],
  ],
  'no-empty-servers': [
    ['Servers must be present.', '`servers`가 없습니다.'],
    ['Servers must be a non-empty array.', '`servers`가 비어 있습니다.'],
  ],
  'no-server-variables-empty-enum': [
    ['Server variable with `enum` must be a non-empty array.', '서버 변수의 `enum`이 비어 있습니다.'],
    [
      'Server variable define `enum` and `default`. `enum` must include default value',
      '서버 변수의 `enum`에 기본값이 들어 있지 않습니다.',
    ],
  ],
  'no-undefined-server-variable': [
    [
      'The `{name}` variable is not defined in the `variables` objects.',
      'URL의 변수 `{name}`{이/가} `variables`에 정의되지 않았습니다.',
    ],
    [
      "The `{name}` variable is not used in the server's `url` field.",
      '변수 `{name}`{이/가} 서버의 `url`에 쓰이지 않습니다.',
    ],
  ],
  'no-enum-type-mismatch': [
    [
      'Enum value `{value}` must be of allowed types: `{types}`.',
      'enum의 값 `{value}`{은/는} 타입이 `{types}` 중 하나여야 합니다.',
    ],
    [
      'All values of `enum` field must be of the same type as the `type` field: expected "{type}" but received "{got}".',
      'enum 값의 타입이 `type`과 다릅니다: "{type}"{이어야/여야} 하는데 "{got}"입니다.',
    ],
    [
      'The `const` value must be of the same type as the `type` field: expected "{type}" but received "{got}".',
      'const 값의 타입이 `type`과 다릅니다: "{type}"{이어야/여야} 하는데 "{got}"입니다.',
    ],
  ],
  'no-duplicated-enum-values': [["Duplicated enum value found: '{value}'.", "enum에 '{value}'{이/가} 두 번 있습니다."]],
  'no-required-schema-properties-undefined': [
    ["Required property '{name}' is not defined.", '필수 속성 `{name}`{이/가} 정의되지 않았습니다.'],
  ],
  'no-schema-type-mismatch': [
    [
      "Schema type mismatch: '{type}' type should not contain '{keyword}' field.",
      '`{type}` 타입의 스키마에는 `{keyword}`{을/를} 쓸 수 없습니다.',
    ],
  ],
  'no-mixed-number-range-constraints': [
    [
      'Schema should not have both `{one}` and `{other}`. Use one or the other.',
      '`{one}`{과/와} `{other}` 중 하나만 쓰세요.',
    ],
  ],
  'nullable-type-sibling': [
    [
      'The `type` field must be defined when the `nullable` field is used.',
      '`nullable`을 쓰려면 `type`도 있어야 합니다.',
    ],
  ],
  'spec-components-invalid-map-name': [
    [
      'The map key in {section} "{name}" does not match the regular expression "{pattern}"',
      '{section}의 이름 "{name}"{이/가} 정규식 "{pattern}"과 맞지 않습니다.',
    ],
  ],
  'spec-ref-siblings': [
    [
      'Property `{name}` is not expected here because it is defined alongside `$ref`.',
      '`$ref` 옆에는 `{name}`{을/를} 쓸 수 없습니다.',
    ],
  ],
  'no-example-value-and-externalValue': [
    [
      'Example object can have either `value` or `externalValue` fields.',
      '예제에는 `value`와 `externalValue` 중 하나만 쓸 수 있습니다.',
    ],
  ],
  'no-illogical-composition-keywords': [
    [
      '`{keyword}` should have at least two schemas. Use the schema directly instead.',
      '`{keyword}`의 스키마가 하나뿐입니다. 그 스키마를 바로 쓰세요.',
    ],
    ['`{keyword}` should have at least two schemas.', '`{keyword}`에 스키마가 둘 이상 있어야 합니다.'],
    ['Schema in `{keyword}` is empty, so it matches any value.', '`{keyword}`에 빈 스키마가 있어 모든 값이 맞습니다.'],
    [
      'Schema in `{keyword}` duplicates the schema at position {position}.',
      '`{keyword}`의 {position}번째와 같은 스키마입니다.',
    ],
  ],
  'no-invalid-parameter-examples': EXAMPLE_PHRASES,
  'no-invalid-schema-examples': EXAMPLE_PHRASES,
  'no-invalid-media-type-examples': EXAMPLE_PHRASES,
};
