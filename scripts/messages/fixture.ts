import { WARNING_ENTRIES } from './fixture-warnings.js';
import { STRUCTURE_ENTRIES } from './fixture-structure.js';
import { VALUE_ENTRIES } from './fixture-values.js';

/** Everything that is found in a document once it is parsed and its schema is known. */
export const FIXTURE_ENTRIES = { ...VALUE_ENTRIES, ...STRUCTURE_ENTRIES, ...WARNING_ENTRIES } as const;

/** The code of such a finding. */
export type FixtureCode = keyof typeof FIXTURE_ENTRIES;
