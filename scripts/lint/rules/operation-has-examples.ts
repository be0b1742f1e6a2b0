import { isObject } from '../../json/schema.js';
import { requestMedia, responseMedia } from '../placed-schemas.js';
import { defineRule } from '../rule.js';

// People copy examples; every one is validated. Forms carry the same fields as JSON and need none of their own.
export const operationHasExamples = defineRule({
  id: 'operation-has-examples',
  severity: 'error',
  on: 'operation',
  set: 'iamport',
  title: { en: 'A body has no example', ko: '본문에 예제가 없습니다' },
  cause: {
    en: 'People copy examples, and every example is validated: it shows that the schema fits what is really sent.',
    ko: '사람들은 예제를 복사해서 씁니다. 예제는 모두 검증되므로 스키마가 실제 데이터와 맞는지도 보여 줍니다.',
  },
  fix: {
    en: 'Put a real body under `examples`, such as an `externalValue` that names a file.',
    ko: '실제 본문을 `examples`에 넣으세요. `externalValue`로 파일을 가리켜도 됩니다.',
  },
  check(operation, at) {
    const bodies = [...requestMedia(operation, at), ...responseMedia(operation, at, '2')];
    const bare = bodies.filter(({ media, mediaType }) => mediaType === 'application/json' && !hasExamples(media));
    return bare.map((body) => ({
      at: body.at,
      message: {
        en: `\`${operation.operationId ?? ''}\` shows no example here.`,
        ko: `\`${operation.operationId ?? ''}\`의 이 본문에 예제가 없습니다.`,
      },
    }));
  },
});

function hasExamples({ examples }: Readonly<Record<string, unknown>>): boolean {
  return isObject(examples) && Object.keys(examples).length > 0;
}
