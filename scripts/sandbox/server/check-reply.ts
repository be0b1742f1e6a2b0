import { operations, type InputVerdict, type OperationTypes } from 'iamport-kit';
import { checkErrorResponse } from 'iamport-kit/validators/ErrorResponse';

import type { Reply } from '../model/reply.js';

/** The body of a reply: the envelope on the wire. */
export function bodyOf({ code, message, response, error }: Reply): Record<string, unknown> {
  return { code, message, response, ...(error !== undefined && { error }) };
}

/** What is wrong with a reply by the document, or null. Anything here is a bug of the sandbox. */
export async function issueOfReply(id: keyof OperationTypes, reply: Reply): Promise<string | null> {
  const load = operations[id].checkResponse?.[String(reply.status)];
  const check = load === undefined ? checkErrorResponse : await load();
  const verdict: InputVerdict = check(bodyOf(reply));
  return verdict.ok ? null : verdict.issues.map(({ message }) => message).join('; ');
}
