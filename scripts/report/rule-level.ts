/** The level of a code: off, a warning or an error. */
export type RuleLevel = 'off' | 'warn' | 'error';
