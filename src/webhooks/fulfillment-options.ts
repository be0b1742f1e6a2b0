import type { Payment } from '../../generated/models.js';
import type { ListPaymentsByStatusInput } from '../../generated/resources/payments.js';
import type { CallOptions } from '../client/call-options.js';
import type { Iteration, Span } from '../payments/iterate.js';
import type { PaymentOperations } from '../payments/payment-operations.js';
import type { MismatchReason } from '../payments/verify.js';
import type { Claims } from './claims.js';

/** What a handler needs to know of your order. */
export interface OrderFacts {
  /** In the major unit of the currency. */
  readonly amount: number;
  /** ISO 4217 code. Default: `'KRW'`. */
  readonly currency?: string | undefined;
}

/** What a callback gets beside the payment and the order. */
export interface CallbackContext {
  /** Aborts when the callback has taken too long: stop then, for another process may take over. */
  readonly signal: AbortSignal;
}

/** One thing to do about a payment. */
export type FulfillmentCallback<Order> = (payment: Payment, order: Order, context: CallbackContext) => unknown;

/** A change of an escrow payment, as the notification says; the notification is not signed. */
export interface EscrowChange {
  readonly event: string;
  /** What came with it: `escrow_status`, `changed_at` and, for a refused purchase, `denied_reason`. */
  readonly extra: Readonly<Record<string, unknown>>;
}

/** The parts of the client that fulfilment uses. */
export interface FulfillmentClient {
  readonly payments: Pick<PaymentOperations, 'get'> & {
    iterate?(
      input: Span & { readonly payment_status: ListPaymentsByStatusInput['payment_status'] },
      options?: CallOptions,
    ): Iteration<Payment>;
  };
}

/**
 * How to fulfil orders. Each callback runs **at least once** per payment and fact, and not twice at the same time unless it
 * ignores its signal for longer than a claim lasts. A callback that throws is tried again with the next notification,
 * return or sweep.
 */
export interface FulfillmentOptions<Order extends OrderFacts> {
  /** The client, which reads the payment. */
  readonly iamport: FulfillmentClient;
  /** Finds your order; `null` when there is none. */
  readonly order: (merchant_uid: string) => Order | null | undefined | Promise<Order | null | undefined>;
  /** Where the processes agree on who does what. Default: `memoryClaims()`, which is enough for one process. */
  readonly claims?: Claims | undefined;
  /** Paid: deliver. Look at `payment.cancel_amount`: a part may have been refunded already. */
  readonly onPaid?: FulfillmentCallback<Order> | undefined;
  /** A virtual account was issued. */
  readonly onAwaitingDeposit?: FulfillmentCallback<Order> | undefined;
  /** Refunded, wholly or in part: look at `cancel_amount`. */
  readonly onCancelled?: FulfillmentCallback<Order> | undefined;
  readonly onFailed?: FulfillmentCallback<Order> | undefined;
  /** An escrow payment has changed. The change is what the notification says, and it is not signed. */
  readonly onEscrowChanged?:
    | ((
        change: EscrowChange,
        context: CallbackContext & { readonly payment: Payment; readonly order: Order },
      ) => unknown)
    | undefined;
  /** The payment is not what the order wants. Once per payment and reason. */
  readonly onMismatch?: ((reason: MismatchReason, payment: Payment, order: Order) => unknown) | undefined;
  /** Receives every failure. Default: one line on the console, without values. */
  readonly onError?: ((error: unknown) => unknown) | undefined;
  /** Whether payments through test channels count. Default: no. */
  readonly allowSandbox?: boolean | undefined;
  /** Milliseconds a callback may take; then its signal aborts. Default: 20,000. */
  readonly callbackMs?: number | undefined;
  /** Milliseconds a claim lasts when its process dies; a running callback renews it. Default: 60,000. */
  readonly claimMs?: number | undefined;
  /** Notifications that are handled at the same time; more get 503. Default: 50. */
  readonly maxPending?: number | undefined;
  /** Addresses that notifications may come from, such as `PROVIDER_IPS`. Needs `clientIp`. */
  readonly allowIps?: readonly string[] | undefined;
  /**
   * Tells where a request comes from. There is no default: which header can be trusted depends on your proxy.
   *
   * @param request What the adapter got: a Web `Request`, or that of Node or Fastify.
   */
  readonly clientIp?: ((request: unknown) => string | undefined) | undefined;
}

/** The addresses that the provider publishes for its notifications. */
export const PROVIDER_IPS: readonly string[] = ['52.78.100.19', '52.78.48.223', '52.78.5.241'];
