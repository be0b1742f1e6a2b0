import { operations, type OperationTypes } from 'iamport-kit';
import { checkErrorResponse } from 'iamport-kit/validators/ErrorResponse';

import type { Reply } from '../model/reply.js';

/** The body of a reply: the envelope on the wire. */
export function bodyOf({ code, message, response, error }: Reply): Record<string, unknown> {
  return { code, message, response, ...(error !== undefined && { error }) };
}

type Verdict = { readonly ok: true } | { readonly ok: false; readonly issues: readonly { readonly message: string }[] };
type LoadCheck = () => Promise<(value: unknown) => Verdict>;

/** What is wrong with a reply by the document, or null. Anything here is a bug of the sandbox. */
export async function faultOfReply(id: keyof OperationTypes, reply: Reply): Promise<string | null> {
  const checks: Readonly<Record<string, LoadCheck | undefined>> = operations[id].checkResponse;
  const load = checks[String(reply.status)];
  const check = load === undefined ? checkErrorResponse : await load();
  const verdict: Verdict = check(bodyOf(reply));
  return verdict.ok ? null : verdict.issues.map(({ message }) => message).join('; ');
}
