import type { NormalizedProblem } from '@redocly/openapi-core';

/**
 * Redocly knows neither that in 3.1 `true` and `false` are schemas, nor that a discriminator may map to a bare name (and
 * what it maps to means nothing to us).
 */
export function isNoFault({ ruleId, message, location: [place] }: NormalizedProblem): boolean {
  if (ruleId === 'struct') return message === 'Expected type `Schema` (object) but got `boolean`';
  const isUnresolved = ruleId === 'no-unresolved-refs' || ruleId === 'bundler';
  return isUnresolved && /\/discriminator\/mapping\/[^/]+$/.test(place?.pointer ?? '');
}
