import { expectTypeOf } from 'vitest';

import type { Channel, Iamport } from '../../src/index.js';

// Compiled by `tsc`, never run: a wrong type is a compile error.

declare const iamport: Iamport;

expectTypeOf(iamport.channels.list()).resolves.toEqualTypeOf<Channel[]>();
