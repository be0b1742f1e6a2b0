import type { CallContext } from './call-context.js';
import type { CallOptions } from './call-options.js';
import { checkTier, checkTimeout } from './client-options.js';
import { DeadlinePassed, startDeadline } from './deadline.js';
import { IamportError } from './errors.js';
import type { Trip } from './send-request.js';
import type { OperationRow } from './operation-row.js';
import { planRequest, type RequestPlan } from './request.js';
import { sendPlan } from './send-plan.js';
import { checkInput, refuseInput, type Validation } from './validate.js';

interface OneCall {
  readonly id: string;
  readonly input: unknown;
  readonly options: CallOptions | undefined;
}

/** Performs one operation: check the input, plan the request, send it with a token, read the answer. */
export async function perform(context: CallContext, { id, input = {}, options = {} }: OneCall): Promise<unknown> {
  const row = Object.hasOwn(context.operations, id) ? context.operations[id] : undefined;
  if (row === undefined) throw new IamportError('input', `there is no operation ${id}`);
  const deadline = startDeadline(checkTimeout(options.timeoutMs ?? context.timeoutMs), options.signal);
  const trip: Trip = { operationId: id, deadline, progress: { attempts: 0, sent: 'no' } };
  const validation: Validation = { operationId: id, row, mode: context.validate.request, emit: context.emit };
  try {
    const fields = await deadline.race(checkInput(input, validation));
    const plan = createPlan(context, { id, input: fields, options }, row);
    return await sendPlan(context, { row, plan }, trip);
  } catch (error) {
    throw toIamportError(error, row, trip);
  } finally {
    deadline.stop();
  }
}

function createPlan(
  context: CallContext,
  { id, input, options }: OneCall & { readonly input: Readonly<Record<string, unknown>> },
  row: OperationRow,
): RequestPlan {
  try {
    const tier = checkTier(options?.tier) ?? context.tier;
    return planRequest(row, input, { baseUrl: context.baseUrl, form: options?.form === true, tier });
  } catch (error) {
    // Other errors, such as those of Headers, quote values.
    throw refuseInput(id, error instanceof IamportError ? error.message : 'the request cannot be built', []);
  }
}

/** Makes every failure of a call an {@link IamportError} that tells how far the call has come. */
export function toIamportError(error: unknown, { method }: Pick<OperationRow, 'method'>, trip: Trip): IamportError {
  if (error instanceof IamportError) return error;
  const { operationId, progress, deadline } = trip;
  const details = { operationId, ...progress, retryable: method === 'GET' || progress.sent === 'no' };
  if (!(error instanceof DeadlinePassed)) {
    return new IamportError('input', `${operationId}: something the call needs could not be loaded`, details);
  }
  const isTimeout = deadline.endedBy() === 'timeout';
  const words = isTimeout ? 'took too long' : 'was aborted';
  return new IamportError(isTimeout ? 'timeout' : 'aborted', `${operationId} ${words}`, details);
}
