// The declarations of configs refer to it, and the package has only what these need.

/** The level of a code: off, a warning or an error. */
export type RuleLevel = 'off' | 'warn' | 'error';
