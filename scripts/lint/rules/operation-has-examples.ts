import { isObject } from '../../generate/schema.js';
import { requestMedia, responseMedia } from '../placed-schemas.js';
import { defineRule } from '../rule.js';

// People copy examples; every one is validated. Forms carry the same fields as JSON and need none of their own.
export const operationHasExamples = defineRule({
  id: 'operation-has-examples',
  severity: 'error',
  on: 'operation',
  check(operation, at) {
    const bodies = [...requestMedia(operation, at), ...responseMedia(operation, at, '2')];
    const bare = bodies.filter(({ media, mediaType }) => mediaType === 'application/json' && !hasExamples(media));
    return bare.map((body) => ({ at: body.at, message: `\`${operation.operationId ?? ''}\` shows no example here.` }));
  },
});

function hasExamples({ examples }: Readonly<Record<string, unknown>>): boolean {
  return isObject(examples) && Object.keys(examples).length > 0;
}
