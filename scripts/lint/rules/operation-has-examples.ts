import { isObject } from '../../json/schema.js';
import { requestMedia, responseMedia } from '../placed-schemas.js';
import { defineRule } from '../rule.js';

// Developers copy examples, and all of them are validated. Forms have the same fields as JSON and need no examples.
export const operationHasExamples = defineRule({
  on: 'operation',
  set: 'iamport',
  title: { en: 'A body has no example', ko: '본문에 예제가 없습니다' },
  cause: {
    en: 'Developers copy examples. All examples are validated, which shows that the schema matches real bodies.',
    ko: '사람들은 예제를 복사해서 씁니다. 예제는 모두 검증되므로 스키마가 실제 데이터와 맞는지도 보여 줍니다.',
  },
  fix: {
    en: 'Add a real body to `examples`, for example a file with `externalValue`.',
    ko: '실제 본문을 `examples`에 넣으세요. `externalValue`로 파일을 가리켜도 됩니다.',
  },
  check(operation, at) {
    const bodies = [...requestMedia(operation, at), ...responseMedia(operation, at, '2')];
    const bare = bodies.filter(({ media: { examples }, mediaType }) => {
      const hasExamples = isObject(examples) && Object.keys(examples).length > 0;
      return mediaType === 'application/json' && !hasExamples;
    });
    return bare.map((body) => ({
      at: body.at,
      en: `This body of \`${operation.operationId ?? ''}\` has no example.`,
      ko: `\`${operation.operationId ?? ''}\`의 이 본문에 예제가 없습니다.`,
    }));
  },
});
