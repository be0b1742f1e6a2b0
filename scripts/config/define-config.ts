import type { Config } from './config.js';

export type { Config, CoverageThresholds, FixtureRule, RuleLevel } from './config.js';

/**
 * Types the content of `iamport-kit.config.ts`; gives back what it is given.
 *
 * @example export default defineConfig({ fixtures: [{ files: 'recorded/*.json', operation: 'getPayment' }] });
 */
export function defineConfig(config: Config): Config {
  return config;
}
