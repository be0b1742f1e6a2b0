import { WARNING_ENTRIES } from './fixture-warnings.js';
import { STRUCTURE_ENTRIES } from './fixture-structure.js';
import { VALUE_ENTRIES } from './fixture-values.js';

/** Findings about parsed documents with a known schema. */
export const FIXTURE_ENTRIES = { ...VALUE_ENTRIES, ...STRUCTURE_ENTRIES, ...WARNING_ENTRIES } as const;

/** The code of one of them. */
export type FixtureCode = keyof typeof FIXTURE_ENTRIES;
