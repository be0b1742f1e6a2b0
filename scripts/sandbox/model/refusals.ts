import { REQUEST_REFUSALS } from './refusals/request-refusals.js';
import { PAYMENT_REFUSALS } from './refusals/payment-refusals.js';
import { CHARGE_REFUSALS } from './refusals/charge-refusals.js';
import { SERVICE_REFUSALS } from './refusals/service-refusals.js';
import { GATEWAY_REFUSALS } from './refusals/gateway-refusals.js';

/** One refusal of the service. */
export interface Refusal {
  /** Operations that refuse so, separated by spaces; `*` for all of them. */
  readonly on: string;
  readonly status: number;
  readonly code: number;
  /** Text with `{names}` of values. It begins with `[sandbox]` unless it was recorded from the service. */
  readonly message: string;
  /** What is known: the text was recorded, only the situation is documented, or nothing at all. */
  readonly evidence: 'recorded' | 'documented' | 'none';
  readonly source: string;
}

const ROWS = {
  ...REQUEST_REFUSALS,
  ...PAYMENT_REFUSALS,
  ...CHARGE_REFUSALS,
  ...SERVICE_REFUSALS,
  ...GATEWAY_REFUSALS,
} as const;

/** Names of the rows of the refusal table. */
export type RefusalCode = keyof typeof ROWS;

/**
 * Every refusal the sandbox knows. The pattern that the records show: look-ups fail by HTTP status with code -1; commands
 * fail by HTTP 200 with code 1, the service's own rules, or -1, the gateway said no.
 */
export const REFUSALS: Readonly<Record<RefusalCode, Refusal>> = ROWS;
