import { initTRPC, TRPCError } from '@trpc/server';
import { GetPaymentInput } from 'iamport-kit/validators';

// The input of the procedure has the type of the schema.
const t = initTRPC.create();
const router = t.router({ payment: t.procedure.input(GetPaymentInput).query(({ input }) => input.imp_uid) });
const caller = t.createCallerFactory(router)({});

// As a client without types may send it.
const wrong = JSON.parse('{ "imp_uid": 1 }') as GetPaymentInput;
const code = await caller.payment(wrong).catch((error: unknown) => (error instanceof TRPCError ? error.code : error));
console.log(await caller.payment({ imp_uid: 'imp_1' }), code);
