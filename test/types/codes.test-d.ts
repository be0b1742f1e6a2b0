import { expectTypeOf } from 'vitest';

import type { Iamport, StandardCode } from '../../src/index.js';

// Compiled by `tsc`, never run: a wrong type is a compile error.

declare const iamport: Iamport;

expectTypeOf(iamport.codes.cards()).resolves.toEqualTypeOf<StandardCode[]>();
expectTypeOf(iamport.codes.card({ card_standard_code: '381' })).resolves.toEqualTypeOf<StandardCode>();
expectTypeOf(iamport.codes.banks()).resolves.toEqualTypeOf<StandardCode[]>();
expectTypeOf(iamport.codes.bank({ bank_standard_code: '090' })).resolves.toEqualTypeOf<StandardCode>();
