import type { OperationTypes } from 'iamport-kit';

import { answerKindOf } from '../model/answer-kinds.js';
import { Refused, type Reply } from '../model/reply.js';
import type { RefusalCode } from '../model/refusals.js';
import { callCommand, callOperation, type Outcome } from '../model/step.js';
import { isSandboxKey, isValidToken } from '../model/token.js';
import { checkInput } from './check-input.js';
import { bodyOf, issueOfReply } from './check-reply.js';
import { applyFault, type FaultyAnswer } from './apply-fault.js';
import { readInput } from './read-input.js';
import { findRoute, type Route } from './routes.js';
import type { Service } from './service.js';

/** Answers a request to the API. */
export async function serveApi(service: Service, request: Request): Promise<FaultyAnswer> {
  const began = performance.now();
  const { pathname } = new URL(request.url);
  const match = findRoute(request.method, pathname);
  if (match.kind !== 'found') {
    const methods = match.kind === 'unknown' ? '' : match.allowed.join(', ');
    const refusal = match.kind === 'unknown' ? 'request/unknown-path' : 'request/wrong-method';
    return toResponse(new Refused(refusal, { path: pathname, methods }).reply);
  }
  const { route, path } = match;
  const log = (key: string | null, reply: Reply, notes: readonly string[]): void => {
    const text = `${request.method} ${pathname}   ${reply.status} ${reply.code}${reply.message === null ? '' : `   ${reply.message}`}`;
    const ms = Math.round(performance.now() - began);
    const { status, code, refusal } = reply;
    service.journal.add({
      key,
      kind: 'request',
      text,
      data: { operation: route.id, status, code, refusal, notes, ms },
    });
  };
  return applyFault(service.faults.take(route.id), request.signal, async (fault) => {
    const { key, reply, notes } = await answerCall(service, { request, route, path: { ...path } }, fault?.text ?? null);
    const isExample = reply.refusal === null && answerKindOf(route.id) === 'example';
    log(key, reply, isExample ? [...notes, 'the example of the document'] : notes);
    return toResponse(reply, isExample);
  });
}

interface Call {
  readonly request: Request;
  readonly route: Route;
  readonly path: Record<string, string>;
}

interface Answered {
  readonly key: string | null;
  readonly reply: Reply;
  readonly notes: readonly string[];
}

const refused = (key: string | null, refusal: RefusalCode, issues = ''): Answered => ({
  key,
  reply: new Refused(refusal, { issues }).reply,
  notes: [],
});

async function answerCall(service: Service, call: Call, decline: string | null): Promise<Answered> {
  const { request, route } = call;
  const merchant = route.needsAuth ? merchantOf(service, request) : null;
  if (route.needsAuth && merchant === null) return refused(null, 'token/unauthorized');
  const read = await readInput(request, route, call.path);
  if (!read.ok) return refused(merchant, 'request/unreadable', read.reason);
  const checked = await checkInput(route.id, read.input, read.textFields);
  if (!checked.ok) {
    const issues = checked.issues.map(({ pointer, message }) => `${pointer.slice(1)} ${message}`.trim()).join('; ');
    return refused(merchant, specialRefusal(route.id, read.input), issues);
  }
  const tier = typeof checked.input.tier === 'string' ? `/${checked.input.tier}` : '';
  const key = merchant ?? String(checked.input.imp_key);
  if (!isSandboxKey(key)) return refused(null, 'request/live-key');
  if (decline !== null) declineNext(service, `${key}${tier}`, decline);
  const reply = await carryOut(service, {
    key: route.needsAuth ? `${key}${tier}` : key,
    id: route.id,
    input: checked.input,
  });
  const notes = checked.unknown.map((name) => `unknown parameter ${name}`);
  return { key, reply, notes };
}

/** The merchant of the token, or null. Bare tokens and `Bearer` both work; an old header does too. */
function merchantOf(service: Service, request: Request): string | null {
  const header = request.headers.get('authorization') ?? request.headers.get('x-imptokenheader') ?? '';
  const value = header.replace(/^Bearer\s+/i, '');
  const now = service.clock.seconds();
  const found = [...service.worlds()].find(([, world]) => isValidToken({ world, now }, value));
  return found?.[0] ?? null;
}

/** Refusals with recorded texts for inputs that the document does not allow. */
function specialRefusal(id: keyof OperationTypes, input: Readonly<Record<string, unknown>>): RefusalCode {
  const isMissing = input.imp_key === undefined || input.imp_secret === undefined;
  if (id === 'getToken' && (isMissing || input.imp_key === '' || input.imp_secret === '')) return 'token/missing';
  if (id === 'listPaymentsByStatus' && !/^(all|ready|paid|cancelled|failed)$/.test(String(input.payment_status)))
    return 'payment/bad-status';
  if (id === 'cancelPayment' && input.imp_uid === undefined && input.merchant_uid === undefined) return 'cancel/no-id';
  return 'request/invalid';
}

function declineNext(service: Service, key: string, text: string): void {
  const moment = { world: service.world(key), now: service.clock.seconds() };
  service.keep(key, callCommand(moment, 'gateway.decline', { text }).world);
}

interface Work {
  readonly key: string;
  readonly id: keyof OperationTypes;
  readonly input: Record<string, unknown>;
}

async function carryOut(service: Service, { key, id, input }: Work): Promise<Reply> {
  const moment = { world: service.world(key), now: service.clock.seconds() };
  // The generated validator of this operation has accepted the input.
  const outcome: Outcome = callOperation(moment, id, input as never);
  // Kept before anything is awaited: calls at the same time must each find what the one before did.
  if (outcome.world !== moment.world) service.keep(key, outcome.world);
  if (outcome.effects.length > 0) void service.track(service.emit(key, outcome.effects));
  const fault = await issueOfReply(id, outcome.reply);
  if (fault !== null) {
    const message = `[sandbox] bug: the response of ${id} does not match the document: ${fault}`;
    service.journal.add({ key, kind: 'bug', text: message });
    return { status: 500, code: -1, message, response: null, refusal: null };
  }
  return outcome.reply;
}

/** A header marks an answer that comes from no model. */
function toResponse(reply: Reply, isExample = false): Response {
  const headers = {
    'content-type': 'application/json; charset=UTF-8',
    'x-sandbox': '1',
    ...(isExample && { 'x-sandbox-answer': 'example' }),
    ...(reply.refusal !== null && { 'x-sandbox-refusal': reply.refusal }),
  };
  return new Response(JSON.stringify(bodyOf(reply)), { status: reply.status, headers });
}
