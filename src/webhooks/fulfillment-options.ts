import type { Payment } from '../../generated/models.js';
import type { ListPaymentsByStatusInput } from '../../generated/resources/payments.js';
import type { CallOptions } from '../../generated/call-options.js';
import type { Iteration, Span } from '../payments/iterate.js';
import type { PaymentOperations } from '../payments/payment-operations.js';
import type { MismatchReason } from '../payments/verify.js';
import type { Claims } from './claims.js';

/** The fields of your order that a handler needs. */
export interface OrderFacts {
  /** In the major unit of the currency. */
  readonly amount: number;
  /** ISO 4217 code. Default: `'KRW'`. */
  readonly currency?: string | undefined;
}

/** Context of a callback, passed after the payment and the order. */
export interface CallbackContext {
  /** Aborts when the callback has taken too long. Stop then, because another process may take over. */
  readonly signal: AbortSignal;
}

/** A callback for a payment. */
export type FulfillmentCallback<Order> = (payment: Payment, order: Order, context: CallbackContext) => unknown;

/** A change of an escrow payment, from the unsigned notification. */
export interface EscrowChange {
  readonly event: string;
  /** Additional fields: `escrow_status`, `changed_at` and, for a rejected purchase, `denied_reason`. */
  readonly extra: Readonly<Record<string, unknown>>;
}

/** The parts of the client that fulfillment uses. */
export interface FulfillmentClient {
  readonly payments: Pick<PaymentOperations, 'get'> & {
    iterate?(
      input: Span & { readonly payment_status: ListPaymentsByStatusInput['payment_status'] },
      options?: CallOptions,
    ): Iteration<Payment>;
  };
}

/**
 * Options of `createFulfillment`. Each callback runs **at least once** per payment and event, and never twice at the
 * same time unless it ignores its signal for longer than a claim lasts. A callback that throws is retried on the next
 * notification, return or sweep.
 */
export interface FulfillmentOptions<Order extends OrderFacts> {
  /** The client that reads the payments. */
  readonly iamport: FulfillmentClient;
  /** Finds your order. Return `null` if it does not exist. */
  readonly order: (merchant_uid: string) => Order | null | undefined | Promise<Order | null | undefined>;
  /**
   * Coordinates processes, so that each callback runs once. Default: `memoryClaims()`, which suffices for one process.
   */
  readonly claims?: Claims | undefined;
  /** Paid: deliver. Check `payment.cancel_amount`, because part of it may already be refunded. */
  readonly onPaid?: FulfillmentCallback<Order> | undefined;
  /** A virtual account was issued. */
  readonly onAwaitingDeposit?: FulfillmentCallback<Order> | undefined;
  /** Refunded fully or partially: see `cancel_amount`. */
  readonly onCancelled?: FulfillmentCallback<Order> | undefined;
  readonly onFailed?: FulfillmentCallback<Order> | undefined;
  /** An escrow payment has changed. The change comes from the notification, which is not signed. */
  readonly onEscrowChanged?:
    | ((
        change: EscrowChange,
        context: CallbackContext & { readonly payment: Payment; readonly order: Order },
      ) => unknown)
    | undefined;
  /** The payment does not match the order. Called once per payment and reason. */
  readonly onMismatch?: ((reason: MismatchReason, payment: Payment, order: Order) => unknown) | undefined;
  /** Receives every failure. Default: one line on the console, without values. */
  readonly onError?: ((error: unknown) => unknown) | undefined;
  /** Whether to accept payments through test channels. Default: false. */
  readonly allowSandbox?: boolean | undefined;
  /** Time limit of a callback in milliseconds, after which its signal aborts. Default: 20,000. */
  readonly callbackMs?: number | undefined;
  /** Lifetime of a claim in milliseconds if its process dies; a running callback renews it. Default: 60,000. */
  readonly claimMs?: number | undefined;
  /** Maximum number of notifications handled at the same time; others get 503. Default: 50. */
  readonly maxPending?: number | undefined;
  /** Allowed addresses of notifications, such as `PROVIDER_IPS`. Requires `clientIp`. */
  readonly allowIps?: readonly string[] | undefined;
  /**
   * Returns the client address of a request. There is no default, because the trusted header depends on your proxy.
   *
   * @param request The adapter's request: a Web `Request`, or the request of Node or Fastify.
   */
  readonly clientIp?: ((request: unknown) => string | undefined) | undefined;
}

/** The addresses of the provider's notifications, as published. */
export const PROVIDER_IPS: readonly string[] = ['52.78.100.19', '52.78.48.223', '52.78.5.241'];
