import { partsOf, resolveSchema, responseMedia, type PlacedSchema } from '../placed-schemas.js';
import { defineRule } from '../rule.js';

// Failures arrive as an HTTP error or, more often, as HTTP 200 with a `code` other than 0. Callers must handle both.
export const operationHasBothFailures = defineRule({
  on: 'operation',
  set: 'iamport',
  title: {
    en: 'An operation does not document both kinds of failure',
    ko: '실패하는 두 가지 방법이 모두 적혀 있지 않습니다',
  },
  cause: {
    en: 'Failures arrive as an HTTP error or, more often, as HTTP 200 with a `code` other than 0. Callers must handle both.',
    ko: '거절은 HTTP 오류로도 오지만, `code`가 0이 아닌 HTTP 200으로 올 때가 더 많습니다. 한쪽만 보면 다른 쪽을 놓칩니다.',
  },
  fix: {
    en: 'Allow a `code` other than 0 in the body of 200, and add a 401 response.',
    ko: '200의 본문에 `code`가 0이 아닌 경우를 넣고, 401 응답을 추가하세요.',
  },
  check(operation, at) {
    const id = operation.operationId ?? at.name;
    const silent = responseMedia(operation, at, '200').filter(
      ({ media: { schema }, at: place }) =>
        schema === undefined || !admitsRefusal({ schema, at: place.child('schema') }),
    );
    const found = silent.map((body) => ({
      at: body.at,
      en: `The 200 response of \`${id}\` does not allow a \`code\` other than 0.`,
      ko: `\`${id}\`의 HTTP 200은 0이 아닌 \`code\`를 받지 않습니다.`,
    }));
    if (operation.responses?.['401'] === undefined)
      found.push({
        at: at.child('responses'),
        en: `\`${id}\` has no 401 response.`,
        ko: `\`${id}\`의 401 응답이 적혀 있지 않습니다.`,
      });
    return found;
  },
});

function admitsRefusal(placed: PlacedSchema): boolean {
  const target = resolveSchema(placed);
  return partsOf(target).some((part) => resolveSchema(part).schema.properties?.code?.not?.const === 0);
}
