import { partsOf } from '../placed-schemas.js';
import { defineRule } from '../rule.js';

const ANNOTATIONS = [
  '$ref',
  'description',
  'summary',
  'title',
  'deprecated',
  'default',
  'examples',
  'readOnly',
  'writeOnly',
];

// Most generators drop keywords beside a reference: the constraint would apply in some languages only.
export const noConstraintBesideRef = defineRule({
  on: 'schema',
  set: 'recommended',
  title: { en: 'A constraint is beside a reference', ko: '$ref 옆에 제약 조건이 있습니다' },
  cause: {
    en: 'OpenAPI 3.0 ignores keywords beside a `$ref`, and many generators still do: the constraint holds in some programs and not in others.',
    ko: 'OpenAPI 3.0은 `$ref` 옆의 내용을 무시하고, 지금도 많은 생성기가 그렇습니다. 제약 조건이 어떤 프로그램에서는 지켜지고 어떤 프로그램에서는 사라집니다.',
  },
  fix: {
    en: 'Move it into the referenced schema, or combine the reference and the constraint with `allOf`.',
    ko: '참조하는 스키마로 옮기거나, 참조와 제약 조건을 `allOf`로 묶으세요.',
  },
  check(schema, at) {
    return partsOf({ schema, at }).flatMap((part) => {
      if (part.schema.$ref === undefined) return [];
      const beside = Object.keys(part.schema).filter((key) => !ANNOTATIONS.includes(key) && !key.startsWith('x-'));
      return beside.map((key) => ({
        at: part.at.child(key),
        en: `\`${key}\` beside a \`$ref\` is often lost.`,
        ko: `\`$ref\` 옆의 \`${key}\` 조건은 사라지기 쉽습니다.`,
      }));
    });
  },
});
