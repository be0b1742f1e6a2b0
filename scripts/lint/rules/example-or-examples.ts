import { defineRule } from '../rule.js';

// https://spec.openapis.org/oas/v3.1.1.html#fixed-fields-for-use-with-schema: "mutually exclusive".
export const exampleOrExamples = defineRule({
  on: 'example holder',
  set: 'structure',
  title: { en: '`example` and `examples` are used together', ko: '`example`과 `examples`를 함께 썼습니다' },
  cause: {
    en: 'OpenAPI allows only one of them in a parameter, a header or a media type. Tools show one and drop the other.',
    ko: 'OpenAPI는 매개변수, 헤더, 미디어 타입에 둘 중 하나만 허용합니다. 도구마다 하나만 보여 주고 다른 하나는 버립니다.',
  },
  fix: { en: 'Move the value of `example` into `examples`.', ko: '`example`의 값을 `examples`로 옮기세요.' },
  check({ example, examples }, at) {
    // In a schema, `examples` is a list, and both keywords are annotations.
    if (example === undefined || examples === undefined || Array.isArray(examples)) return;
    return {
      at: at.child('example').key(),
      en: '`example` and `examples` are mutually exclusive; move the value into `examples`.',
      ko: '`example`과 `examples`는 함께 쓸 수 없습니다. 값을 `examples`로 옮기세요.',
    };
  },
});
