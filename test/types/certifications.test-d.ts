import { expectTypeOf } from 'vitest';

import type { Certification, Iamport, OtpRequest } from '../../src/index.js';

// Compiled by `tsc`, never run: a wrong type is a compile error.

declare const iamport: Iamport;

expectTypeOf(iamport.certifications.get({ imp_uid: 'imp_1' })).resolves.toEqualTypeOf<Certification>();
expectTypeOf(iamport.certifications.delete({ imp_uid: 'imp_1' })).resolves.toEqualTypeOf<Certification>();
expectTypeOf(
  iamport.certifications.requestOtp({
    name: '김가람',
    phone: '01000001234',
    birth: '19900101',
    gender_digit: '2',
    carrier: 'SKT',
  }),
).resolves.toEqualTypeOf<OtpRequest>();
expectTypeOf(iamport.certifications.confirmOtp({ imp_uid: 'imp_1' })).resolves.toEqualTypeOf<Certification>();
