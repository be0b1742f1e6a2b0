import type { ControlCode, ControlFact, ControlValues, Wanted } from './control-values.js';

type Text<Values> = (values: Values) => string;

const NO_STATE = 'this is not a saved state of the sandbox';

/** The English text of every code. Other languages are made of the same values where they are shown. */
const TEXTS: { readonly [Code in ControlCode]: Text<ControlValues[Code]> } = {
  'unknown-event': ({ name, known }) => `unknown event "${name}"; expected one of: ${known.join(', ')}`,
  'unknown-event-field': ({ event, name, known }) => `${event} has no field ${name}; it has ${known.join(', ')}`,
  'not-a-number': ({ name }) => `${name} must be a number`,
  'unknown-setting': ({ name, known }) => `unknown setting "${name}"; expected one of: ${known.join(', ')}`,
  'setting-value': ({ name, given, wanted, isNullable }) =>
    `${name} must be ${wantedText(wanted)}${isNullable ? ', or null' : ''}, not ${given}`,
  'unknown-certification': ({ imp_uid }) => `unknown certification ${imp_uid}`,
  'certification-closed': ({ imp_uid, status }) => `the window of ${imp_uid} is closed: ${status}`,
  'unknown-payment': ({ imp_uid }) => `unknown payment ${imp_uid}`,
  'window-closed': ({ imp_uid, status }) => `the window of ${imp_uid} is closed: the payment is ${status}`,
  'schedule-closed': ({ merchant_uid, status }) => `the schedule ${merchant_uid} is ${status}, it waits for nothing`,
  'no-billing-channel': () => 'no channel supports billing keys',
  'no-account': ({ imp_uid }) => `${imp_uid} has no virtual account`,
  'account-closed': ({ imp_uid, status }) => `the account of ${imp_uid} is closed: the payment is ${status}`,
  'account-overdue': ({ imp_uid }) => `the account of ${imp_uid} was due before now`,
  'account-amount': ({ imp_uid, amount, received }) =>
    `the account of ${imp_uid} takes ${amount} only, not ${received}`,
  'not-failed': ({ imp_uid, status }) => `${imp_uid} is ${status} already`,
  'no-deposit-awaited': ({ imp_uid }) => `${imp_uid} waits for no deposit`,
  'not-escrow': ({ imp_uid }) => `${imp_uid} is not an escrow payment`,
  'service-refused': ({ text }) => text,
  'command-refused': ({ name }) => `${name} was refused`,
  'unknown-action': ({ name }) => `unknown action "${name}"`,
  'not-an-object': ({ name }) => `${name} must be an object`,
  'body-not-object': () => 'the body must be a JSON object',
  'clock-fields': () => 'set `advance` to a duration, or `set` to a time',
  'unknown-snapshot': ({ id }) => `unknown snapshot ${id}`,
  'unknown-delivery': ({ id }) => `unknown delivery ${id}`,
  'unknown-key': ({ key }) => `keys of the sandbox begin with imp_sandbox: ${key}`,
  'not-a-seed': ({ given }) => `${given} is not a seed: a whole number from 0 on`,
  'not-a-time': ({ given }) => `${given} is not a time`,
  'not-a-duration': ({ given }) => `${given} is not a duration; use milliseconds, or 31d, 90m, 1d12h`,
  'clock-backwards': () => 'the clock of the sandbox only moves forward',
  'unknown-fault': ({ name, known }) => `unknown fault "${name}"; expected one of: ${known.join(', ')}`,
  'unknown-fault-field': ({ name, known }) => `unknown field "${name}"; expected one of: ${known.join(', ')}`,
  'unknown-operation': ({ name }) => `unknown operation "${name}"; write * for any`,
  'too-few': ({ name, least, given }) => `${name} must be a whole number from ${least} on, not ${given}`,
  'not-a-state': () => NO_STATE,
  'state-version': () => `${NO_STATE}: it has no version 1`,
  'state-missing': ({ name }) => `${NO_STATE}: ${name} is missing`,
  'state-not-a-list': ({ name }) => `${NO_STATE}: ${name} is not a list`,
  'scenario-shape': () => 'a scenario must be an object with an array `steps`',
  step: ({ number, keys, reason }) => `step ${number} (${keys.join(', ')}): ${controlText(reason)}`,
  'step-keys': ({ known }) => `a step has one of these keys: ${known.join(', ')}, and optionally \`as\``,
  'step-fields': ({ name }) => `${name} needs fields`,
  'not-refused': ({ operation }) => `${operation} was not refused`,
  'not-as-expected': ({ imp_uid, name, found, wanted }) => `${name} of ${imp_uid} is ${found}, not ${wanted}`,
  'unknown-result': ({ path }) => `unknown result ${path}`,
  'not-running': ({ url }) => `no sandbox is running at ${url}; start one with "iamport-kit sandbox"`,
  responded: ({ status }) => `the sandbox responded with ${status}`,
  other: ({ text }) => text,
};

/** Whether a string is such a code. */
export function isControlCode(text: unknown): text is ControlCode {
  return typeof text === 'string' && Object.hasOwn(TEXTS, text);
}

/** The English text of a fact. */
export function controlText({ code, values }: ControlFact): string {
  // A fact pairs each code with its own values, which the type of a union of functions cannot express.
  const text = TEXTS[code] as (values: unknown) => string;
  return text(values);
}

function wantedText(wanted: Wanted): string {
  switch (wanted.kind) {
    case 'url':
      return 'a URL';
    case 'names-by-code':
      return 'names by code';
    case 'lists-by-id':
      return 'lists of gateways by ID';
    case 'whole-number':
      return `a whole number from 0 to ${wanted.most}`;
    case 'one-of':
      return `one of: ${wanted.values.join(', ')}`;
  }
}
