import { partsOf, resolveSchema, responseMedia, type PlacedSchema } from '../placed-schemas.js';
import { defineRule } from '../rule.js';

// A refusal arrives as an HTTP error or, more often, as HTTP 200 with another `code`. Who looks at one misses the other.
export const operationHasBothFailures = defineRule({
  id: 'operation-has-both-failures',
  severity: 'error',
  on: 'operation',
  check(operation, at) {
    const id = operation.operationId ?? at.name;
    const bodies = responseMedia(operation, at, '200');
    const silent = bodies.filter(
      ({ media: { schema }, at: place }) =>
        schema === undefined || !admitsRefusal({ schema, at: place.child('schema') }),
    );
    const missing = operation.responses?.['401'] === undefined;
    return [
      ...silent.map((body) => ({ at: body.at, message: `HTTP 200 of \`${id}\` admits no \`code\` other than 0.` })),
      ...(missing ? [{ at: at.child('responses'), message: `\`${id}\` does not say what 401 carries.` }] : []),
    ];
  },
});

function admitsRefusal(placed: PlacedSchema): boolean {
  const target = resolveSchema(placed);
  return partsOf(target).some((part) => resolveSchema(part).schema.properties?.code?.not?.const === 0);
}
