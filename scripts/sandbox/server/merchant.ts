import type { Payment } from 'iamport-kit';

import type { CertificationEnd } from '../model/commands/certification.js';
import type { WindowReply, WindowRequest } from '../model/commands/open-window.js';
import type { Approval, Decline, WindowEnd } from '../model/commands/window.js';
import type { CommandAnswer, CommandInput, CommandName } from '../model/commands.js';
import { ControlError } from '../model/control-error.js';
import { callCommand, type Outcome } from '../model/step.js';
import type { DeliveryOrder, PaymentRecord, Settings } from '../model/world.js';
import { askConfirm } from './ask-confirm.js';
import { describeEnd, describeOpening, describeVerdict, isWindowEnd } from './describe.js';
import type { RequestPayResult } from './payment-window.js';
import type { Service } from './service.js';

/** One merchant of the sandbox: what its customers, its gateways and its console do. */
export class Merchant {
  readonly key: string;
  readonly #service: Service;

  constructor(service: Service, key: string) {
    this.#service = service;
    this.key = key;
    service.world(key);
  }

  /** A customer's browser calls `IMP.request_pay`. */
  async requestPay(params: WindowRequest['params'], options: Partial<WindowRequest> = {}): Promise<RequestPayResult> {
    const { sdk = 'v1', device } = options;
    const reply = await this.openWindow({ params, sdk, device });
    if (reply.outcome === 'refused') return reply;
    const { imp_uid, merchant_uid } = reply;
    return {
      outcome: 'opened',
      imp_uid,
      merchant_uid,
      approve: (choice = {}) => this.approve(imp_uid, choice),
      decline: ({ code, text } = {}) => this.endWindow('window.decline', { imp_uid, code, text }),
      close: () => this.endWindow('window.close', { imp_uid }),
    };
  }

  /** The same, for a page that shows the window. */
  async openWindow(request: WindowRequest): Promise<WindowReply> {
    const reply = await this.command('window.open', request);
    this.#service.journal.add({ key: this.key, kind: 'browser', text: describeOpening(request.params, reply) });
    return reply;
  }

  /** The customer approves in the window. */
  async approve(
    impUid: string,
    { amount, order }: { amount?: number; order?: DeliveryOrder },
  ): Promise<WindowEnd | null> {
    const record = this.#recordOf(impUid);
    const veto = record.confirmUrl === null ? null : await this.#confirm(record, amount);
    if (veto !== null) return this.endWindow('window.veto', { imp_uid: impUid, text: veto });
    return this.endWindow('window.approve', { imp_uid: impUid, amount }, order);
  }

  /** Ends a window. Resolves to what the browser learns, or to null when the browser is lost on the way. */
  async endWindow(
    name: 'window.approve' | 'window.decline' | 'window.close' | 'window.veto',
    input: Approval & Decline,
    order: DeliveryOrder = this.settings.order,
  ): Promise<WindowEnd | null> {
    const end = await this.command(name, input, order);
    const isLost = order === 'browser-lost';
    this.#service.journal.add({
      key: this.key,
      kind: 'browser',
      text: describeEnd(end, isLost),
      data: { imp_uid: end.imp_uid },
    });
    return isLost ? null : end;
  }

  /** A customer's browser calls `IMP.certification`, and is verified or closes the window. */
  async certify(
    person: CommandInput<'certification.open'>,
    verdict: 'certified' | 'closed' = 'certified',
  ): Promise<CertificationEnd> {
    const { imp_uid } = await this.command('certification.open', person);
    return this.command(verdict === 'certified' ? 'certification.certify' : 'certification.fail', { imp_uid });
  }

  /**
   * Does anything else that can happen: a deposit, a cancellation in the console, a late approval.
   *
   * @throws {ControlError} when the world does not allow it.
   */
  async command<Name extends CommandName>(
    name: Name,
    input: CommandInput<Name>,
    order?: DeliveryOrder,
  ): Promise<CommandAnswer<Name>> {
    const moment = { world: this.#service.world(this.key), now: this.#service.clock.seconds() };
    const { world, reply, effects }: Outcome<CommandAnswer<Name>> = callCommand(moment, name, input);
    if (reply.refusal !== null || reply.response === null)
      throw reply.message === null
        ? new ControlError('command-refused', { name })
        : new ControlError('service-refused', { text: reply.message });
    this.#service.keep(this.key, world);
    if (isWindowEnd(reply.response))
      this.#service.journal.add({ key: this.key, kind: 'command', text: describeVerdict(name, reply.response) });
    // Every command takes an object or nothing.
    const data = { ...(input as object | undefined) };
    if (!/^(window|certification)\./.test(name))
      this.#service.journal.add({ key: this.key, kind: 'command', text: name, data });
    await this.#service.emit(this.key, effects, order);
    return reply.response;
  }

  /** What the merchant's console decides: webhook address, order of delivery, retries. */
  get settings(): Settings {
    return this.#service.world(this.key).settings;
  }

  /** Changes it. */
  async configure(settings: Partial<Settings>): Promise<void> {
    await this.command('console.settings', settings);
  }

  /** A payment as the API would answer it, or `undefined`. */
  payment(impUid: string): Payment | undefined {
    return this.#service.world(this.key).payments.get(impUid)?.wire;
  }

  /** All payments, oldest first. */
  payments(): Payment[] {
    const records = this.#service.world(this.key).payments.values();
    return records.sort((a, b) => a.position - b.position).map(({ wire }) => wire);
  }

  #recordOf(impUid: string): PaymentRecord {
    const record = this.#service.world(this.key).payments.get(impUid);
    if (record === undefined) throw new ControlError('unknown-payment', { imp_uid: impUid });
    return record;
  }

  #confirm({ wire, confirmUrl }: PaymentRecord, amount = wire.amount): Promise<string | null> {
    const { imp_uid, merchant_uid } = wire;
    return askConfirm(this.#service, confirmUrl ?? '', { imp_uid, merchant_uid, amount });
  }
}
