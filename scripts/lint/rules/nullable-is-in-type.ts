import { typesOf } from '../../json/schema.js';
import { defineRule } from '../rule.js';

// The official document never uses `nullable`, a keyword of OpenAPI 3.0; programs cannot read null in prose.
export const nullableIsInType = defineRule({
  on: 'schema',
  set: 'recommended',
  title: { en: 'The type of a nullable value does not include null', ko: 'null이 될 수 있는데 타입에 없습니다' },
  cause: {
    en: '`nullable` is an OpenAPI 3.0 keyword without effect in 3.1. Programs cannot see a null that is only in the description or `enum`.',
    ko: '`nullable`은 OpenAPI 3.0의 문법이라 3.1에서는 효과가 없습니다. 설명이나 `enum`에만 있는 null은 프로그램이 알 수 없습니다.',
  },
  fix: { en: "Write `type: [string, 'null']`.", ko: "`type: [string, 'null']`처럼 쓰세요." },
  check(schema, at) {
    if (at.version === '3.0' && schema.nullable === true) return;
    if (at.version === '3.1' && schema.nullable !== undefined)
      return {
        at: at.child('nullable'),
        en: `Write \`type: [string, 'null']\` instead of \`nullable\`.`,
        ko: `\`nullable\` 대신 \`type: [string, 'null']\`로 쓰세요.`,
      };
    const types = typesOf(schema);
    if (types.length === 0 || types.includes('null')) return;
    const isSaid = /\bnull\b/.test(schema.description ?? '') || schema.enum?.includes(null) === true;
    if (isSaid)
      return {
        at: at.child('type'),
        en: `\`${at.name}\` can be null, but its type does not include null.`,
        ko: `\`${at.name}\` 값은 null일 수 있는데 타입에 없습니다.`,
      };
    return undefined;
  },
});
