import { isObject } from '../../json/schema.js';
import { defineRule } from '../rule.js';

// Two files may have the same anchor, and `generate` merges them into one document.
export const referenceIsPointer = defineRule({
  on: 'reference',
  set: 'recommended',
  title: { en: 'A reference points to an anchor or a whole document', ko: '앵커나 문서 전체를 참조합니다' },
  cause: {
    en: 'Two files may have the same anchor, and `generate` merges them into one document. A whole OpenAPI document is not a schema.',
    ko: '같은 앵커가 두 파일에 있을 수 있는데 `generate`는 둘을 하나로 합칩니다. OpenAPI 문서 전체는 스키마가 아닙니다.',
  },
  fix: {
    en: 'Use a JSON Pointer, such as `#/components/schemas/Name`.',
    ko: '`#/components/schemas/Name` 같은 JSON Pointer로 쓰세요.',
  },
  check(reference, at) {
    const { $ref } = reference;
    const target: unknown = $ref.includes('#/') ? undefined : at.resolve<unknown>(reference)?.node;
    if (isObject(target) && typeof target.openapi === 'string') {
      return {
        at: at.child('$ref'),
        en: 'The reference points to a whole document, which is not a schema; use a JSON Pointer, such as `#/components/schemas/Name`.',
        ko: '스키마가 아닌 문서 전체를 가리키는 참조입니다. `#/components/schemas/Name` 같은 JSON Pointer로 쓰세요.',
      };
    }
    if (!/#(?!\/|$)/.test($ref)) return;
    return {
      at: at.child('$ref'),
      en: 'Anchors are not supported in references; use a JSON Pointer, such as `#/components/schemas/Name`.',
      ko: '참조는 앵커가 아니라 `#/components/schemas/Name` 같은 JSON Pointer로 씁니다.',
    };
  },
});
