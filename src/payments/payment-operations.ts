import type { Payment, PaymentPage } from '../../generated/models.js';
import type {
  CancelPaymentInput,
  FindPaymentInput,
  FindPaymentWithStatusInput,
  GetPaymentInput,
  ListPaymentsByStatusInput,
  ListPaymentsInput,
} from '../../generated/resources/payments.js';
import type { CallOptions } from '../../generated/call-options.js';

/** The operations that the payment helpers use: the generated resource, or a test double. */
export interface PaymentOperations {
  get(input: GetPaymentInput, options?: CallOptions): Promise<Payment>;
  list(input?: ListPaymentsInput, options?: CallOptions): Promise<Payment[]>;
  listByStatus(input: ListPaymentsByStatusInput, options?: CallOptions): Promise<PaymentPage>;
  find(input: FindPaymentInput, options?: CallOptions): Promise<Payment>;
  findWithStatus(input: FindPaymentWithStatusInput, options?: CallOptions): Promise<Payment>;
  cancel(input: CancelPaymentInput, options?: CallOptions): Promise<Payment>;
}
