import type { NormalizedProblem } from '@redocly/openapi-core';

import type { LoadedSpec } from './loaded-spec.js';

/**
 * Redocly knows neither that in 3.1 `true` and `false` are schemas, nor that a discriminator may map to a bare name (and
 * the type it maps to is irrelevant here). Example files have a rule of their own, and those on other hosts stay there. An
 * example cannot be checked beside a `nullable` without `type`, which has a rule of its own too.
 */
export function isFalsePositive(
  { ruleId, message, location: [place] }: NormalizedProblem,
  version: LoadedSpec['version'],
): boolean {
  if (ruleId === 'struct') return version === '3.1' && message === 'Expected type `Schema` (object) but got `boolean`';
  if (message.endsWith('"nullable" cannot be used without "type".')) return /-examples?$/.test(ruleId);
  const pointer = place?.pointer ?? '';
  // Bundling comes after the check: a broken reference in an example has been reported.
  if (ruleId === 'bundler') return /\/(discriminator\/mapping|examples)\/[^/]+$/.test(pointer);
  return ruleId === 'no-unresolved-refs' && /\/discriminator\/mapping\/[^/]+$/.test(pointer);
}
