import { IamportError } from '../client/errors.js';

/** Milliseconds that reading back may take, also after the time of the call itself is over. */
export const READ_BACK_TIME = 10_000;

/**
 * Whether a write that failed this way may have happened: it went out, and nothing that the API itself says came back. An
 * abort counts as the caller's own wish not to know.
 */
export function isOutcomeUnknown({ kind, sent, httpStatus = 0 }: IamportError): boolean {
  if (sent === 'no') return false;
  if (kind === 'network' || kind === 'timeout' || kind === 'http') return true;
  return kind === 'api' && (httpStatus >= 500 || httpStatus === 408);
}

/** The error of a write that certainly did nothing: the same, but safe to make again. `what` says so in English. */
export function toNotDone(error: IamportError, what: string): IamportError {
  const { kind, operationId, httpStatus, code, apiMessage, attempts, sent } = error;
  const told = { operationId, httpStatus, code, apiMessage, attempts, sent, cause: error };
  return new IamportError(kind, `${error.message}; read back: ${what}`, { ...told, retryable: true });
}

/** The error of a write of which nobody knows whether it happened. `what` says in English what to look at. */
export function toAmbiguous(error: IamportError, what: string): IamportError {
  const { operationId, httpStatus, attempts, sent } = error;
  const words = operationId === undefined ? what : `${operationId}: ${what}`;
  return new IamportError('ambiguous', words, { operationId, httpStatus, attempts, sent, cause: error });
}
