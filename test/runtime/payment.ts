import type { Payment } from '../../src/index.js';
import example from '../../spec/examples/getPayment/200.paid.json' with { type: 'json' };

/** A paid payment of 1004 won as the server gave it. */
export const PAYMENT: Payment = { ...example.response, status: 'paid' };
