import { fastify } from 'fastify';
import { PaymentWebhook } from 'iamport-kit/standard/PaymentWebhook';

type AnySchema = typeof PaymentWebhook;

const app = fastify();
app.setValidatorCompiler<AnySchema>(({ schema }) => (data) => {
  const { issues } = schema['~standard'].validate(data);
  return issues === undefined ? { value: data } : { error: new Error(issues[0]?.message) };
});
app.post<{ Body: PaymentWebhook }>(
  '/payments/webhook',
  { schema: { body: PaymentWebhook } },
  ({ body }) => body.imp_uid,
);

const post = async (payload: object): Promise<[number, string]> => {
  const { statusCode, body } = await app.inject({ method: 'POST', url: '/payments/webhook', payload });
  return [statusCode, body];
};

console.log(...(await post({ imp_uid: 'imp_1', merchant_uid: 'order-1', status: 'paid' })));
console.log(...(await post({ imp_uid: 'imp_1' })));
// For documentation, as @fastify/swagger takes it.
console.log(PaymentWebhook['~standard'].jsonSchema.input({ target: 'draft-07' }).title);
