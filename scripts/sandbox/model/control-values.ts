/** Something about one payment or certification. */
interface Of {
  readonly imp_uid: string;
}

/** A payment that is in the wrong state. */
interface InState extends Of {
  readonly status: string;
}

/** A name that does not exist, and those that do. */
interface Unknown {
  readonly name: string;
  readonly known: readonly string[];
}

/** A message from elsewhere: the service, a client, an older sandbox. */
interface Words {
  readonly text: string;
}

/** A value that does not fit, as JSON writes it. */
interface Misfit {
  readonly name: string;
  readonly given: string;
}

type None = Readonly<Record<string, never>>;

/** What a setting takes. */
export type Wanted =
  | { readonly kind: 'url' | 'names-by-code' | 'lists-by-id' }
  | { readonly kind: 'whole-number'; readonly most: number }
  | { readonly kind: 'one-of'; readonly values: readonly string[] };

/** What is said with each code, as plain JSON, so that it arrives over HTTP as it was sent. */
export interface ControlValues {
  readonly 'unknown-event': Unknown;
  readonly 'unknown-event-field': Unknown & { readonly event: string };
  readonly 'not-a-number': { readonly name: string };
  readonly 'unknown-setting': Unknown;
  readonly 'setting-value': Misfit & { readonly wanted: Wanted; readonly isNullable: boolean };
  readonly 'unknown-certification': Of;
  readonly 'certification-closed': InState;
  readonly 'unknown-payment': Of;
  readonly 'window-closed': InState;
  readonly 'schedule-closed': { readonly merchant_uid: string; readonly status: string };
  readonly 'no-billing-channel': None;
  readonly 'no-account': Of;
  readonly 'account-closed': InState;
  readonly 'account-overdue': Of;
  readonly 'account-amount': Of & { readonly amount: number; readonly received: number };
  readonly 'not-failed': InState;
  readonly 'no-deposit-awaited': Of;
  readonly 'not-escrow': Of;
  readonly 'service-refused': Words;
  readonly 'command-refused': { readonly name: string };
  readonly 'unknown-action': { readonly name: string };
  readonly 'not-an-object': { readonly name: string };
  readonly 'body-not-object': None;
  readonly 'clock-fields': None;
  readonly 'unknown-snapshot': { readonly id: string };
  readonly 'unknown-delivery': { readonly id: string };
  readonly 'unknown-key': { readonly key: string };
  readonly 'not-a-seed': { readonly given: string };
  readonly 'not-a-time': { readonly given: string };
  readonly 'not-a-duration': { readonly given: string };
  readonly 'clock-backwards': None;
  readonly 'unknown-fault': Unknown;
  readonly 'unknown-fault-field': Unknown;
  readonly 'unknown-operation': { readonly name: string };
  readonly 'too-few': Misfit & { readonly least: number };
  readonly 'not-a-state': None;
  readonly 'state-version': None;
  readonly 'state-missing': { readonly name: string };
  readonly 'state-not-a-list': { readonly name: string };
  readonly 'scenario-shape': None;
  readonly step: { readonly number: number; readonly keys: readonly string[]; readonly reason: ControlFact };
  readonly 'step-keys': { readonly known: readonly string[] };
  readonly 'step-fields': { readonly name: string };
  readonly 'not-refused': { readonly operation: string };
  readonly 'not-as-expected': Of & { readonly name: string; readonly found: string; readonly wanted: string };
  readonly 'unknown-result': { readonly path: string };
  readonly 'not-running': { readonly url: string };
  readonly responded: { readonly status: number };
  /** Has no code, as an error of the JavaScript engine. */
  readonly other: Words;
}

/** Why the sandbox refuses, as a code. */
export type ControlCode = keyof ControlValues;

/** A code and what is said with it. */
export type ControlFact = {
  [Code in ControlCode]: { readonly code: Code; readonly values: ControlValues[Code] };
}[ControlCode];
