import type { OperationTypes } from 'iamport-kit';

import { answerKindOf } from '../model/answer-kinds.js';
import { Refused, type Reply } from '../model/reply.js';
import type { RefusalCode } from '../model/refusals.js';
import { callOperation, type Outcome } from '../model/step.js';
import { isSandboxKey, isValidToken } from '../model/token.js';
import { checkInput } from './check-input.js';
import { bodyOf, issueOfReply } from './check-reply.js';
import { applyFault, type FaultyAnswer } from './apply-fault.js';
import { FAULT_HEADER, readFaultHeader } from './fault-header.js';
import type { Fault } from './faults.js';
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
  const asked = readFaultHeader(request.headers.get(FAULT_HEADER));
  if (asked.kind === 'invalid') return toResponse(new Refused('request/unknown-fault', { issues: asked.reason }).reply);
  const call = { request, route: match.route, path: { ...match.path } };
  const fault = asked.kind === 'fault' ? asked.fault : service.faults.take(call.route.id);
  if (fault !== undefined) noteFault(service, call, fault);
  return applyFault(fault, {
    signal: request.signal,
    wait: (milliseconds, signal) => service.clock.wait(milliseconds, signal),
    work: async (decline) => {
      const answered = await service.track(answerCall(service, call, decline));
      log(service, { ...call, ms: Math.round(performance.now() - began) }, answered);
      const isConsumed = decline === null || answered.isDeclined;
      if (fault !== undefined && !isConsumed && asked.kind === 'none') service.faults.giveBack(fault);
      return toResponse(answered.reply, {
        ...(isExample(call.route, answered.reply) && { 'x-sandbox-answer': 'example' }),
        ...(fault !== undefined && { [FAULT_HEADER]: isConsumed ? 'consumed' : 'not consumed' }),
      });
    },
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
  /** Whether the gateway declined, as a fault wanted it. */
  readonly isDeclined: boolean;
}

function noteFault(service: Service, { route }: Call, { kind }: Fault): void {
  service.journal.add({ key: null, kind: 'fault', text: `fault         ${route.id}   ${kind}`, data: { kind } });
}

function log(service: Service, call: Call & { readonly ms: number }, { key, reply, notes }: Answered): void {
  const { request, route, ms } = call;
  const { status, code, message, refusal } = reply;
  const answer = `${status} ${code}${message === null ? '' : `   ${message}`}`;
  const text = `${request.method} ${new URL(request.url).pathname}   ${answer}`;
  const all = isExample(route, reply) ? [...notes, 'the example of the document'] : notes;
  service.journal.add({
    key,
    kind: 'request',
    text,
    data: { operation: route.id, status, code, refusal, notes: all, ms },
  });
}

/** Whether an answer comes from no model. */
function isExample({ id }: Route, { refusal }: Reply): boolean {
  return refusal === null && answerKindOf(id) === 'example';
}

const refused = (key: string | null, refusal: RefusalCode, issues = ''): Answered => ({
  key,
  reply: new Refused(refusal, { issues }).reply,
  notes: [],
  isDeclined: false,
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
  const worldKey = route.needsAuth ? `${key}${tier}` : key;
  const { reply, isDeclined } = await carryOut(service, { key: worldKey, id: route.id, input: checked.input, decline });
  const notes = checked.unknown.map((name) => `unknown parameter ${name}`);
  return { key, reply, notes, isDeclined };
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

interface Work {
  readonly key: string;
  readonly id: keyof OperationTypes;
  readonly input: Record<string, unknown>;
  /** What the gateway declines with, or null when it does not. */
  readonly decline: string | null;
}

async function carryOut(
  service: Service,
  { key, id, input, decline }: Work,
): Promise<Pick<Answered, 'reply' | 'isDeclined'>> {
  const world = service.world(key);
  const { declines } = world;
  const asked = decline === null ? world : { ...world, declines: [decline, ...declines] };
  // The generated validator of this operation has accepted the input.
  const outcome: Outcome = callOperation({ world: asked, now: service.clock.seconds() }, id, input as never);
  const isDeclined = decline !== null && outcome.world.declines.length === declines.length;
  const next = decline === null || isDeclined ? outcome.world : { ...outcome.world, declines };
  // Kept before anything is awaited: calls at the same time must each find what the one before did.
  if (outcome.world !== asked) service.keep(key, next);
  if (outcome.effects.length > 0) void service.track(service.emit(key, outcome.effects));
  const issue = await issueOfReply(id, outcome.reply);
  if (issue === null) return { reply: outcome.reply, isDeclined };
  const message = `[sandbox] bug: the response of ${id} does not match the document: ${issue}`;
  service.journal.add({ key, kind: 'bug', text: message });
  return { reply: { status: 500, code: -1, message, response: null, refusal: null }, isDeclined };
}

function toResponse(reply: Reply, more: Readonly<Record<string, string>> = {}): Response {
  const headers = {
    'content-type': 'application/json; charset=UTF-8',
    'x-sandbox': '1',
    ...(reply.refusal !== null && { 'x-sandbox-refusal': reply.refusal }),
    ...more,
  };
  return new Response(JSON.stringify(bodyOf(reply)), { status: reply.status, headers });
}
