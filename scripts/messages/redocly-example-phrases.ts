import type { Phrase } from './phrase.js';

/** What Redocly's rules about examples say, in Korean. */
export const EXAMPLE_PHRASES: readonly Phrase[] = [
  [
    "Example value must conform to the schema: must have required property '{name}'.",
    '예제에 필수 속성 `{name}`{이/가} 없습니다.',
  ],
  [
    "Example value must conform to the schema: `{in}` property must have required property '{name}'.",
    '예제의 `{in}`에 필수 속성 `{name}`{이/가} 없습니다.',
  ],
  [
    'Example value must conform to the schema: `{name}` property type must be {type}.',
    '예제의 `{name}`{은/는} 타입이 {type}{이어야/여야} 합니다.',
  ],
  ['Example value must conform to the schema: type must be {type}.', '예제는 타입이 {type}{이어야/여야} 합니다.'],
  [
    'Example value must conform to the schema: `{name}` property must be equal to one of the allowed values {values}.',
    '예제의 `{name}`{은/는} 다음 중 하나여야 합니다: {values}.',
  ],
  [
    'Example value must conform to the schema: must be equal to one of the allowed values {values}.',
    '예제는 다음 중 하나여야 합니다: {values}.',
  ],
  [
    'Example value must conform to the schema: must NOT have unevaluated properties `{name}`.',
    '예제의 `{name}`{은/는} 스키마에 없는 속성입니다.',
  ],
  [
    'Example value must conform to the schema: must NOT have additional properties `{name}`.',
    '예제의 `{name}`{은/는} 스키마에 없는 속성입니다.',
  ],
  ['Example value must conform to the schema: {problem}.', '예제가 스키마와 맞지 않습니다: {problem}.'],
];
