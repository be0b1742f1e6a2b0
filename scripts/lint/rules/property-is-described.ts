import { propertiesOf } from '../placed-schemas.js';
import { defineRule } from '../rule.js';

// Property names of this API need an explanation: `name` is the order's title, `vbank_num` the account to pay into.
export const propertyIsDescribed = defineRule({
  on: 'schema',
  set: 'iamport',
  title: { en: 'A property has no description', ko: '속성에 설명이 없습니다' },
  cause: {
    en: 'Property names of this API need an explanation: `name` is the title of the order, `vbank_num` the account to pay into.',
    ko: '이 API의 이름은 뜻을 알기 어렵습니다. `name`은 주문 제목이고 `vbank_num`은 입금할 계좌번호입니다.',
  },
  fix: {
    en: 'Describe the value and its unit in a sentence.',
    ko: '값이 무엇인지 단위와 함께 한 문장으로 쓰세요.',
  },
  check(schema, at) {
    return propertiesOf(schema, at)
      .filter(({ own, target }) => !own.description && !target.description)
      .map(({ name, at: place }) => ({
        at: place.key(),
        en: `\`${name}\` has no description.`,
        ko: `\`${name}\` 속성에 설명이 없습니다.`,
      }));
  },
});
