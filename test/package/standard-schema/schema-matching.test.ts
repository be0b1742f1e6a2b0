import { PaymentWebhook } from 'iamport-kit/validators';
import { expect, it } from 'vitest';

it('sends notifications as i’mport does', () => {
  const sent = { body: { imp_uid: 'imp_1', merchant_uid: 'order-1', status: 'paid' } };
  expect(sent).toEqual({ body: expect.schemaMatching(PaymentWebhook) });
  expect({ body: { imp_uid: 1 } }).not.toEqual({ body: expect.schemaMatching(PaymentWebhook) });
});
