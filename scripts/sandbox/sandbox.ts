/**
 * All of i'mport on loopback.
 *
 * @module
 */
export { TEST_CARDS } from './model/cards.js';
export { CHANNELS } from './model/channels.js';
export { SANDBOX_OTP } from './model/certification.js';
export { ControlError, factOf } from './model/control-error.js';
export type { ControlCode, ControlFact, ControlValues, Wanted } from './model/control-values.js';
export { REFUSALS, type Refusal, type RefusalCode } from './model/refusals.js';
export type { DeliveryOrder, Settings } from './model/world.js';
export type { CertificationEnd } from './model/commands/certification.js';
export type { WindowEnd } from './model/commands/window.js';
export { FAULT_KINDS, type Fault, type FaultKind, type FaultRequest, type Faults } from './server/faults.js';
export type { Clock } from './server/clock.js';
export type { Delivery } from './server/deliveries.js';
export type { Journal, JournalEntry } from './server/journal.js';
export type { Merchant } from './server/merchant.js';
export type { PaymentWindow, RequestPayResult } from './server/payment-window.js';
export type { SandboxOptions } from './server/service.js';
export { createSandbox, SANDBOX_KEY, type Sandbox, type Snapshot } from './server/create-sandbox.js';
export { coverage, coverageText, type OperationCoverage } from './control/coverage.js';
export { trigger, TRIGGERS, type Trigger, type Triggered, type TriggerName } from './control/trigger.js';
export { paymentOf, webhookOf } from './control/builders.js';
export { journalLine, startText } from './control/journal-line.js';
export {
  controlRemote,
  DEFAULT_URL,
  readRemoteJournal,
  triggerRemote,
  type RemoteAnswer,
  type RemoteTrigger,
} from './control/remote.js';
export { playScenario } from './control/scenario.js';
