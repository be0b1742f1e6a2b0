/** The sets of rules that `lint` can run. Each has what the one before it has. */
export const RULESETS = ['structure', 'recommended', 'iamport'] as const;

/**
 * `structure`: what OpenAPI itself demands. `recommended`: also what generated code depends on, and the style that Redocly and
 * we recommend for every document, as warnings. `iamport`: also what the i'mport API promises; every rule has its own severity.
 */
export type Ruleset = (typeof RULESETS)[number];
