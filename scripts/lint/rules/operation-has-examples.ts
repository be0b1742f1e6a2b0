import { isObject } from '../../json/schema.js';
import { requestMedia, responseMedia } from '../placed-schemas.js';
import { defineRule } from '../rule.js';

// Developers copy examples, and all of them are validated. Forms have the same fields as JSON and need no examples.
export const operationHasExamples = defineRule('operation-has-examples', {
  on: 'operation',
  set: 'iamport',
  check(operation, at) {
    const bodies = [...requestMedia(operation, at), ...responseMedia(operation, at, '2')];
    const bare = bodies.filter(({ media: { examples }, mediaType }) => {
      const hasExamples = isObject(examples) && Object.keys(examples).length > 0;
      return mediaType === 'application/json' && !hasExamples;
    });
    return bare.map((body) => ({ at: body.at, values: { operation: operation.operationId ?? '' } }));
  },
});
