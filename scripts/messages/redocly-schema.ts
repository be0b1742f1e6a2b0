import { redoclyEntries } from './redocly-entry.js';

/** Redocly's rules about schemas and examples. */
export const SCHEMA_ENTRIES = redoclyEntries({
  'no-duplicated-enum-values': {
    severity: 'warning',
    title: { en: 'A value stands in an enum twice', ko: 'enum에 같은 값이 두 번 있습니다' },
    cause: {
      en: 'One of the two was probably meant to be another value.',
      ko: '둘 중 하나는 다른 값이어야 했을 것입니다.',
    },
    fix: { en: 'Delete or correct one of them.', ko: '하나를 지우거나 고치세요.' },
  },
  'no-enum-type-mismatch': {
    severity: 'error',
    title: { en: 'A member of an enum is not of the type', ko: 'enum 값이 타입과 다릅니다' },
    cause: {
      en: 'No value can be both, so that this member never matches.',
      ko: '둘을 동시에 만족하는 값이 없어 이 값은 절대 맞지 않습니다.',
    },
    fix: { en: 'Correct the member or the `type`.', ko: '값이나 `type`을 고치세요.' },
  },
  'no-example-value-and-externalValue': {
    severity: 'error',
    title: { en: 'An example has both a value and a file', ko: '예제에 값과 파일이 모두 있습니다' },
    cause: {
      en: 'The specification allows one of `value` and `externalValue`.',
      ko: '명세는 `value`와 `externalValue` 중 하나만 허용합니다.',
    },
    fix: { en: 'Delete one of them.', ko: '하나를 지우세요.' },
  },
  'no-illogical-composition-keywords': {
    severity: 'warning',
    title: { en: 'A composition makes no sense', ko: '스키마 조합이 이치에 맞지 않습니다' },
    cause: {
      en: 'Such as an `oneOf` with one alternative, or with the same one twice.',
      ko: '대안이 하나뿐이거나 같은 것이 두 번 있는 `oneOf` 같은 경우입니다.',
    },
    fix: {
      en: 'Write the schema without the composition, or correct its alternatives.',
      ko: '조합 없이 쓰거나 대안을 고치세요.',
    },
  },
  'no-invalid-media-type-examples': {
    severity: 'warning',
    title: { en: 'An example of a body does not fit its schema', ko: '본문의 예제가 스키마와 다릅니다' },
    cause: {
      en: 'People copy examples; one of the two is wrong.',
      ko: '사람들은 예제를 복사해서 씁니다. 둘 중 하나가 틀렸습니다.',
    },
    fix: { en: 'Correct the example or the schema.', ko: '예제나 스키마를 고치세요.' },
  },
  'no-invalid-parameter-examples': {
    severity: 'warning',
    title: { en: 'An example of a parameter does not fit its schema', ko: '매개변수의 예제가 스키마와 다릅니다' },
    cause: {
      en: 'People copy examples; one of the two is wrong.',
      ko: '사람들은 예제를 복사해서 씁니다. 둘 중 하나가 틀렸습니다.',
    },
    fix: { en: 'Correct the example or the schema.', ko: '예제나 스키마를 고치세요.' },
  },
  'no-invalid-schema-examples': {
    severity: 'warning',
    title: { en: 'An example in a schema does not fit it', ko: '스키마의 예제가 스키마와 다릅니다' },
    cause: {
      en: 'People copy examples; one of the two is wrong.',
      ko: '사람들은 예제를 복사해서 씁니다. 둘 중 하나가 틀렸습니다.',
    },
    fix: { en: 'Correct the example or the schema.', ko: '예제나 스키마를 고치세요.' },
  },
  'no-mixed-number-range-constraints': {
    severity: 'warning',
    title: { en: 'A number has two lower or two upper bounds', ko: '숫자의 범위가 중복됩니다' },
    cause: {
      en: '`minimum` with `exclusiveMinimum`, or the two maximums: only the tighter one has an effect.',
      ko: '`minimum`과 `exclusiveMinimum`, 또는 두 최댓값이 함께 있으면 더 좁은 것만 쓰입니다.',
    },
    fix: { en: 'Keep the one that is meant.', ko: '의도한 것만 남기세요.' },
  },
  'no-required-schema-properties-undefined': {
    severity: 'warning',
    title: { en: 'A required property is not defined', ko: '필수 속성이 정의되지 않았습니다' },
    cause: {
      en: '`required` names a property that `properties` lacks; often a misspelling.',
      ko: '`required`에 있는 이름이 `properties`에 없습니다. 오타인 경우가 많습니다.',
    },
    fix: { en: 'Define the property, or correct its name.', ko: '속성을 정의하거나 이름을 고치세요.' },
  },
  'no-schema-type-mismatch': {
    severity: 'error',
    title: { en: 'A keyword does not go with the type', ko: '키워드가 타입과 맞지 않습니다' },
    cause: {
      en: 'Such as `properties` on an array, or `items` on an object: it has no effect.',
      ko: '배열의 `properties`나 객체의 `items`처럼 효과가 없는 키워드입니다.',
    },
    fix: { en: 'Correct the `type`, or delete the keyword.', ko: '`type`을 고치거나 키워드를 지우세요.' },
  },
  'nullable-type-sibling': {
    severity: 'error',
    title: { en: '`nullable` has no type beside it', ko: '`nullable` 옆에 타입이 없습니다' },
    cause: {
      en: 'OpenAPI 3.0 gives `nullable` a meaning only together with `type`.',
      ko: 'OpenAPI 3.0에서 `nullable`은 `type`과 함께일 때만 뜻이 있습니다.',
    },
    fix: { en: 'Add the `type`.', ko: '`type`을 추가하세요.' },
  },
});
