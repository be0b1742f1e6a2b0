import { createIamport, IamportError } from 'iamport-kit';

import { ControlError, factOf } from '../model/control-error.js';
import type { ControlValues } from '../model/control-values.js';
import type { Merchant } from '../server/merchant.js';
import { SANDBOX_KEY, type Sandbox } from '../server/create-sandbox.js';
import { trigger, type Trigger } from './trigger.js';

type Step = (play: Play, value: Readonly<Record<string, unknown>>) => Promise<unknown>;

interface Play {
  readonly sandbox: Sandbox;
  readonly merchant: Merchant;
  /** Results by name: `pay.imp_uid` after a step with `as: pay`. */
  readonly results: Map<string, unknown>;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** What a step of a scenario can do, by its name. */
const STEPS: Readonly<Record<string, Step>> = {
  requestPay: async ({ merchant }, params) => {
    const window = await merchant.requestPay(params);
    return window.outcome === 'refused'
      ? window.callback
      : { imp_uid: window.imp_uid, merchant_uid: window.merchant_uid };
  },
  approve: ({ merchant }, { imp_uid, amount }) =>
    merchant.approve(text(imp_uid), typeof amount === 'number' ? { amount } : {}),
  decline: ({ merchant }, fields) => merchant.endWindow('window.decline', { ...fields, imp_uid: text(fields.imp_uid) }),
  close: ({ merchant }, { imp_uid }) => merchant.endWindow('window.close', { imp_uid: text(imp_uid) }),
  // Event and fields are checked by `trigger` itself.
  trigger: ({ merchant }, fields) => trigger(merchant, fields as unknown as Trigger),
  call: callApi,
  advance: ({ sandbox }, { by }) => sandbox.clock.advance(typeof by === 'number' ? by : text(by)),
  settings: ({ merchant }, fields) => merchant.configure(fields),
  fault: ({ sandbox }, fields) => {
    // The kind is checked by `next`.
    sandbox.faults.next(fields as unknown as Parameters<Sandbox['faults']['next']>[0]);
    return Promise.resolve();
  },
  expect: ({ merchant }, { imp_uid, ...wanted }) => {
    expectPayment(merchant, text(imp_uid), wanted);
    return Promise.resolve();
  },
};

/**
 * Plays a scenario: `{ key?, steps: [{ requestPay: {…}, as: 'pay' }, { approve: { imp_uid: '${pay.imp_uid}' } }, …] }`,
 * as a YAML file holds it. Tests and demos can share one.
 *
 * @returns the results of the steps that have a name.
 * @throws {ControlError} when a step is unknown or does not do what it says; the message names its place.
 */
export async function playScenario(sandbox: Sandbox, scenario: unknown): Promise<Readonly<Record<string, unknown>>> {
  const { key, steps } = readScenario(scenario);
  const play: Play = { sandbox, merchant: sandbox.merchant(key), results: new Map() };
  for (const [index, step] of steps.entries()) {
    try {
      await playStep(play, step);
    } catch (error) {
      const values = { number: index + 1, keys: Object.keys(step), reason: factOf(error) };
      throw new ControlError('step', values, { cause: error });
    }
  }
  await sandbox.settled();
  return Object.fromEntries(play.results);
}

async function playStep(play: Play, { as: name, ...rest }: Readonly<Record<string, unknown>>): Promise<void> {
  const [action, ...more] = Object.entries(rest);
  const work = action === undefined ? undefined : STEPS[action[0]];
  if (action === undefined || work === undefined || more.length > 0)
    throw new ControlError('step-keys', { known: Object.keys(STEPS) });
  const given: unknown = fill(play.results, action[1]);
  const fields = action[0] === 'advance' && !isObject(given) ? { by: given } : given;
  if (!isObject(fields)) throw new ControlError('step-fields', { name: action[0] });
  const result = await work(play, fields);
  if (typeof name === 'string') play.results.set(name, result);
}

async function callApi(
  { sandbox, merchant }: Play,
  { operation, input, refused }: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  const iamport = createIamport(sandbox.clientOptions(merchant.key));
  try {
    // The client rejects an unknown operation or input.
    const result: unknown = await iamport.call(text(operation) as 'getPayment', input as { imp_uid: string });
    if (refused !== undefined) throw new ControlError('not-refused', { operation: text(operation) });
    return result;
  } catch (error) {
    if (!(error instanceof IamportError) || refused === undefined || !error.message.includes(text(refused)))
      throw error;
    return null;
  }
}

function expectPayment(merchant: Merchant, impUid: string, wanted: Readonly<Record<string, unknown>>): void {
  const payment: Readonly<Record<string, unknown>> = { ...merchant.payment(impUid) };
  for (const [name, value] of Object.entries(wanted))
    expectValue({ imp_uid: impUid, name, found: asJson(payment[name]), wanted: asJson(value) });
}

function expectValue(values: ControlValues['not-as-expected']): void {
  if (values.found !== values.wanted) throw new ControlError('not-as-expected', values);
}

/** The text of a value; `undefined` has none in JSON. */
function asJson(value: unknown): string {
  return value === undefined ? 'undefined' : JSON.stringify(value);
}

/** Puts results in where a text says `${name.field}`. */
function fill(results: ReadonlyMap<string, unknown>, value: unknown): unknown {
  if (typeof value === 'string') {
    const whole = /^\$\{([\w.]+)\}$/.exec(value)?.[1];
    if (whole !== undefined) return resultAt(results, whole);
    return value.replace(/\$\{([\w.]+)\}/g, (_all, path: string) => text(resultAt(results, path)));
  }
  if (Array.isArray(value)) return value.map((item: unknown) => fill(results, item));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, fill(results, inner)]));
}

function resultAt(results: ReadonlyMap<string, unknown>, path: string): unknown {
  const [name = '', ...fields] = path.split('.');
  const found = fields.reduce<unknown>(
    (value, field) => (isObject(value) ? value[field] : undefined),
    results.get(name),
  );
  if (found === undefined) throw new ControlError('unknown-result', { path });
  return found;
}

function readScenario(scenario: unknown): {
  readonly key: string;
  readonly steps: readonly Readonly<Record<string, unknown>>[];
} {
  if (!isObject(scenario) || !Array.isArray(scenario.steps) || !scenario.steps.every(isObject))
    throw new ControlError('scenario-shape', {});
  return { key: typeof scenario.key === 'string' ? scenario.key : SANDBOX_KEY, steps: scenario.steps };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
