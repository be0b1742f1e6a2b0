import { expectTypeOf } from 'vitest';

import type { Iamport, Tier } from '../../src/index.js';

// Compiled by `tsc`, never run: a wrong type is a compile error.

declare const iamport: Iamport;

expectTypeOf(iamport.tiers.get({ tier_code: 'A01' })).resolves.toEqualTypeOf<Tier>();
