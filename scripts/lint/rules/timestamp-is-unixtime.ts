import { typesOf } from '../../json/schema.js';
import { defineRule } from '../rule.js';

// The official document declares timestamps as strings, but recorded responses have integers, and 0 for "not yet". The
// few timestamps that are strings declare a `format`.
export const timestampIsUnixtime = defineRule({
  on: 'schema',
  set: 'iamport',
  title: { en: 'A timestamp is not in Unix seconds', ko: '시각이 유닉스 초가 아닙니다' },
  cause: {
    en: 'The official document declares timestamps as strings, but recorded responses have integers in Unix seconds, and 0 for "not yet".',
    ko: '공식 문서에는 문자열로 되어 있지만, 기록된 모든 응답은 유닉스 초 단위의 정수이며 0은 "아직 없음"입니다.',
  },
  fix: { en: 'Write `type: integer` and `format: unixtime`.', ko: '`type: integer`와 `format: unixtime`으로 쓰세요.' },
  check(schema, at) {
    if (!/_at$/.test(at.name)) return;
    const types = typesOf(schema);
    if (types.includes('string') && schema.format !== undefined) return;
    if (!types.includes('integer'))
      return {
        at: at.child('type'),
        en: `\`${at.name}\` is a timestamp and must be an integer.`,
        ko: `\`${at.name}\` 값은 시각이므로 integer여야 합니다.`,
      };
    if (schema.format !== 'unixtime')
      return {
        at,
        en: `\`${at.name}\` ends in _at but lacks \`format: unixtime\`.`,
        ko: `\`${at.name}\` 이름이 _at으로 끝나는데 \`format: unixtime\`이 없습니다.`,
      };
    return undefined;
  },
});
