import { ControlRangeError } from '../model/control-error.js';
import type { WebhookEffect } from '../model/turn.js';
import { callCommand, nextDue } from '../model/step.js';
import { emptyWorld, type DeliveryOrder, type Settings, type World } from '../model/world.js';
import { isSandboxKey } from '../model/token.js';
import { Clock } from './clock.js';
import { Deliveries, type Delivery, type Message } from './deliveries.js';
import { Faults } from './faults.js';
import { Journal } from './journal.js';

/** How a sandbox begins. */
export interface SandboxOptions {
  /** Makes IDs differ: the same seed and the same commands make the same IDs. 0 when missing. */
  readonly seed?: number;
  /** `frozen` when missing: time passes by `clock.advance` only. */
  readonly clock?: 'frozen' | 'real';
  /** Time that the clock begins at: 2026-01-01, midnight in Korea, when missing and frozen; now when real. */
  readonly at?: number | string | Date;
  /** Address for notifications of payments that name none. */
  readonly webhook?: string;
  /** Everything else that a merchant's console decides. */
  readonly settings?: Partial<Settings>;
  /** Sends notifications; the global `fetch` when missing. */
  readonly fetch?: typeof globalThis.fetch;
}

const FROZEN_START = Date.UTC(2025, 11, 31, 15);

/** How long a notification waits when the browser is to come first, in milliseconds of the machine. */
const BROWSER_AHEAD = 100;

/** How long the clock waits for work when calls wait for the clock, in milliseconds of the machine. */
const GRACE = 250;

/** All merchants of a sandbox, their clock and what happens between them and the world outside. */
export class Service {
  readonly clock: Clock;
  readonly journal: Journal;
  readonly faults = new Faults();
  readonly deliveries: Deliveries;
  readonly fetch: typeof globalThis.fetch;
  readonly #options: SandboxOptions;
  #seed: number;
  #worlds = new Map<string, World>();
  readonly #pending = new Set<Promise<unknown>>();

  constructor(options: SandboxOptions) {
    this.#options = options;
    this.#seed = options.seed ?? 0;
    const kind = options.clock ?? 'frozen';
    const at =
      options.at === undefined ? (kind === 'frozen' ? FROZEN_START : Date.now()) : new Date(options.at).getTime();
    if (Number.isNaN(at)) throw new RangeError(`at: ${String(options.at)} is not a time`);
    this.clock = new Clock(kind, at, { next: () => this.#nextDue(), run: () => this.#runDue() });
    this.journal = new Journal(() => this.clock.date());
    // Looked up late, so that a test may replace the global one.
    this.fetch = options.fetch ?? ((input, init) => globalThis.fetch(input, init));
    this.deliveries = new Deliveries({
      clock: () => this.clock,
      fetch: this.fetch,
      onChange: (one) => {
        this.#note(one);
      },
    });
  }

  /**
   * The world of a merchant, made when the key is new.
   *
   * @throws {RangeError} for a key that is not one of the sandbox's.
   */
  world(key: string): World {
    const known = this.#worlds.get(key);
    if (known !== undefined) return known;
    if (!isSandboxKey(key.split('/')[0] ?? '')) throw new ControlRangeError('unknown-key', { key });
    const { webhook = null, settings = {} } = this.#options;
    const made = emptyWorld(key, this.#seed, { webhookUrl: webhook, ...settings });
    this.#worlds.set(key, made);
    return made;
  }

  /**
   * Changes the seed of merchants that are made from now on.
   *
   * @throws {RangeError} when it is not a whole number from 0 on.
   */
  seed(seed: number): void {
    if (!Number.isSafeInteger(seed) || seed < 0) throw new ControlRangeError('not-a-seed', { given: String(seed) });
    this.#seed = seed;
  }

  /** All worlds by key, as they are now. */
  worlds(): ReadonlyMap<string, World> {
    return new Map(this.#worlds);
  }

  /** Replaces all worlds. */
  replaceWorlds(worlds: ReadonlyMap<string, World>): void {
    this.#worlds = new Map(worlds);
  }

  /** Keeps what became of a world. */
  keep(key: string, world: World): void {
    this.#worlds.set(key, world);
    this.clock.arm();
  }

  /** Sends the notifications of a command. Resolves when the browser may continue. */
  async emit(key: string, effects: readonly WebhookEffect[], order?: DeliveryOrder): Promise<void> {
    const { settings } = this.world(key);
    const chosen = order ?? settings.order;
    const messages = effects.flatMap((effect) => effect.urls.map((url) => messageOf(key, effect, { url, settings })));
    if (chosen === 'webhook-lost') for (const message of messages) this.deliveries.lose(message);
    else
      await this.#send(chosen === 'duplicate' ? [...messages, ...messages] : messages, chosen, settings.webhookDelay);
  }

  async #send(messages: readonly Message[], order: DeliveryOrder, delay: number): Promise<void> {
    if (delay > 0) {
      for (const message of messages) this.deliveries.schedule(message, this.clock.now() + delay * 1000);
      this.clock.arm();
      return;
    }
    const sendAll = async (): Promise<void> => {
      for (const message of messages) await this.deliveries.send(message);
    };
    if (order !== 'browser-first') await this.track(sendAll());
    else void this.track(new Promise((resolve) => setTimeout(resolve, BROWSER_AHEAD)).then(sendAll));
  }

  /** Counts work as unfinished until it is done. */
  async track<Value>(work: Promise<Value>): Promise<Value> {
    this.#pending.add(work);
    try {
      return await work;
    } finally {
      this.#pending.delete(work);
    }
  }

  /** Resolves when nothing is on its way any more. */
  async settled(): Promise<void> {
    while (this.#pending.size > 0) await Promise.allSettled(this.#pending);
    await this.deliveries.settled();
  }

  #nextDue(): number | null {
    const schedules = [...this.#worlds.values()].map(nextDue).map((due) => (due === null ? null : due * 1000));
    const all = [...schedules, this.deliveries.nextDue()].filter((due) => due !== null);
    return all.length === 0 ? null : Math.min(...all);
  }

  async #runDue(): Promise<void> {
    for (const key of [...this.#worlds.keys()]) {
      await this.#runSchedules(key);
      await this.#runCancels(key);
    }
    void this.track(this.deliveries.runDue(this.clock.now()));
    await this.#settledOrAwaiting();
  }

  /** Like `settled`, but does not wait for work that itself waits for the clock to move on. */
  async #settledOrAwaiting(): Promise<void> {
    const settled = this.settled().then(() => 'settled' as const);
    const later = (): Promise<'late'> => new Promise((resolve) => setTimeout(resolve, GRACE, 'late'));
    while ((await Promise.race([settled, later()])) === 'late' && !this.clock.isAwaited);
  }

  async #runSchedules(key: string): Promise<void> {
    for (;;) {
      const { world, reply, effects } = callCommand(
        { world: this.world(key), now: this.clock.seconds() },
        'schedule.run',
        undefined,
      );
      if (reply.response === null) return;
      this.keep(key, world);
      const { merchant_uid, payment } = reply.response;
      const text = `schedule      ${merchant_uid}   → ${payment?.imp_uid ?? ''} ${payment?.status ?? 'failed'}`;
      this.journal.add({ key, kind: 'command', text, data: { merchant_uid } });
      await this.emit(key, effects);
    }
  }

  async #runCancels(key: string): Promise<void> {
    for (;;) {
      const moment = { world: this.world(key), now: this.clock.seconds() };
      const { world, reply, effects } = callCommand(moment, 'cancel.run', undefined);
      if (reply.response === null) return;
      this.keep(key, world);
      const { imp_uid, status } = reply.response;
      this.journal.add({ key, kind: 'command', text: `cancel        ${imp_uid}   → ${status}`, data: { imp_uid } });
      await this.emit(key, effects);
    }
  }

  #note(delivery: Delivery): void {
    const { key, url, body, status, ms, error, state } = delivery;
    const what = String(body.event ?? body.status);
    this.journal.add({ key, kind: 'webhook', text: `--> webhook   ${what}   POST ${url}`, data: { ...delivery } });
    const answer = status === null ? `${state}   ${error ?? ''}` : `${status}   ${ms ?? 0} ms`;
    this.journal.add({ key, kind: 'webhook', text: `<-- ${answer}`, data: { id: delivery.id } });
  }
}

interface Address {
  readonly url: string;
  readonly settings: Settings;
}

function messageOf(key: string, { body, imp_uid }: WebhookEffect, { url, settings }: Address): Message {
  return { key, imp_uid, url, body, form: settings.webhookForm, retries: Math.min(5, settings.webhookRetries) };
}
