/** How much findings of a code count. */
export type RuleLevel = 'off' | 'warn' | 'error';
