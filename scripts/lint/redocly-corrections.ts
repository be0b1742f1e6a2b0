import type { NormalizedProblem, Oas3Rule } from '@redocly/openapi-core';

import { isObject } from '../json/schema.js';

/** What a run has seen that decides whether a problem of Redocly's rules is one. */
export interface Sightings {
  /** A `nullable` without `type`, which the validator that Redocly checks examples with does not compile. */
  hasTypelessNullable: boolean;
}

/** The rules of Redocly about examples. */
const EXAMPLE_RULES: readonly string[] = [
  'no-invalid-media-type-examples',
  'no-invalid-parameter-examples',
  'no-invalid-schema-examples',
];

/**
 * Runs before Redocly's own rules and reports nothing. In OpenAPI 3.1 `true` and `false` are schemas, which Redocly's rule about
 * the structure does not know: it never sees them.
 */
export function observeSchemas(sightings: Sightings): Oas3Rule {
  return () => ({
    any: (node: unknown, { type, specVersion, ignoreNextVisitorsOnNode }) => {
      if (type.name !== 'Schema') return;
      if (typeof node === 'boolean' && specVersion !== 'oas3_0') ignoreNextVisitorsOnNode();
      if (isObject(node) && node.nullable !== undefined && node.type === undefined)
        sightings.hasTypelessNullable = true;
    },
  });
}

/**
 * A discriminator may map to a bare name, and the type it maps to is irrelevant here. An example cannot be checked beside a
 * `nullable` without `type`, which has a rule of its own: such a problem is about the schema, not about a place in the example.
 */
export function isFalsePositive({ ruleId, from, location: [place] }: NormalizedProblem, seen: Sightings): boolean {
  const pointer = place?.pointer ?? '';
  if (EXAMPLE_RULES.includes(ruleId)) return seen.hasTypelessNullable && pointer === `${from?.pointer ?? ''}/schema`;
  return ruleId === 'no-unresolved-refs' && /\/discriminator\/mapping\/[^/]+$/.test(pointer);
}
