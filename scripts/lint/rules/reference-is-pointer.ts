import { defineRule } from '../rule.js';

// The same anchor may stand in two files, which generate would merge into one.
export const referenceIsPointer = defineRule({
  id: 'reference-is-pointer',
  severity: 'error',
  on: 'reference',
  set: 'any',
  title: { en: 'A reference names an anchor', ko: '앵커로 참조합니다' },
  cause: {
    en: 'The same anchor may stand in two files, which `generate` would merge into one.',
    ko: '같은 앵커가 두 파일에 있을 수 있는데 `generate`는 둘을 하나로 합칩니다.',
  },
  fix: {
    en: 'Write a JSON Pointer, such as `#/components/schemas/Name`.',
    ko: '`#/components/schemas/Name` 같은 JSON Pointer로 쓰세요.',
  },
  check({ $ref }, at) {
    if (!/#(?!\/|$)/.test($ref)) return;
    const message = {
      en: 'References are followed by JSON Pointer, such as `#/components/schemas/Name`, not by anchor.',
      ko: '참조는 앵커가 아니라 `#/components/schemas/Name` 같은 JSON Pointer로 씁니다.',
    };
    return { at: at.child('$ref'), message };
  },
});
