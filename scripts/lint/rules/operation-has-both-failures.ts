import { partsOf, resolveSchema, responseMedia, type PlacedSchema } from '../placed-schemas.js';
import { defineRule, type Finding } from '../rule.js';

// Failures arrive as an HTTP error or, more often, as HTTP 200 with a `code` other than 0. Callers must handle both.
export const operationHasBothFailures = defineRule('operation-has-both-failures', {
  on: 'operation',
  set: 'iamport',
  check(operation, at) {
    const id = operation.operationId ?? at.name;
    const silent = responseMedia(operation, at, '200').filter(
      ({ media: { schema }, at: place }) =>
        schema === undefined || !admitsRefusal({ schema, at: place.child('schema') }),
    );
    const found = silent.map((body): Finding<'operation-has-both-failures'> => ({
      at: body.at,
      values: { problem: 'code', operation: id },
    }));
    if (operation.responses?.['401'] === undefined)
      found.push({ at: at.child('responses'), values: { problem: 'status', operation: id } });
    return found;
  },
});

function admitsRefusal(placed: PlacedSchema): boolean {
  const target = resolveSchema(placed);
  return partsOf(target).some((part) => resolveSchema(part).schema.properties?.code?.not?.const === 0);
}
