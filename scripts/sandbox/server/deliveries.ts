import { ControlRangeError } from '../model/control-error.js';
import type { Clock } from './clock.js';
import { reasonAgainstTarget } from './webhook-target.js';

/** One notification on its way, or arrived. */
export interface Delivery {
  readonly id: number;
  readonly key: string;
  readonly imp_uid: string;
  /** Address as it was when the payment began. */
  readonly url: string;
  readonly form: 'json' | 'form';
  readonly body: Readonly<Record<string, unknown>>;
  readonly attempt: number;
  readonly state: 'waiting' | 'delivered' | 'failed' | 'lost';
  /** HTTP status, or null when none came. */
  readonly status: number | null;
  /** How long the answer took, in milliseconds. */
  readonly ms: number | null;
  readonly error: string | null;
  /** Time of the attempt, ISO 8601, of the sandbox's clock. */
  readonly at: string | null;
}

/** A notification to be sent. */
export interface Message {
  readonly key: string;
  readonly imp_uid: string;
  readonly url: string;
  readonly form: 'json' | 'form';
  readonly body: Readonly<Record<string, unknown>>;
  /** Attempts that may follow a failure, a minute apart. */
  readonly retries: number;
}

const RETRY_AFTER = 60_000;
const FIRST_LIMIT = 30_000;
const RESEND_LIMIT = 15_000;

interface Waiting {
  readonly at: number;
  readonly delivery: Delivery;
  readonly retries: number;
}

/** Options of {@link Deliveries}. */
export interface DeliveryOptions {
  readonly clock: () => Clock;
  readonly fetch: typeof globalThis.fetch;
  readonly onChange: (delivery: Delivery) => void;
}

/** What is kept; older deliveries are dropped. */
const KEPT = 2000;

/** The notifications of a sandbox: sent, waiting, lost. */
export class Deliveries {
  readonly #options: DeliveryOptions;
  readonly #all = new Map<number, Delivery>();
  #waiting: Waiting[] = [];
  readonly #running = new Set<Promise<void>>();
  #count = 0;

  constructor(options: DeliveryOptions) {
    this.#options = options;
  }

  /** Every notification, oldest first. */
  list(): readonly Delivery[] {
    return [...this.#all.values()];
  }

  /** Sends a notification at a time of the clock, in milliseconds. */
  schedule(message: Message, at: number): void {
    this.#waiting.push({ at, delivery: this.#add(message, 1), retries: message.retries });
  }

  /** Sends a notification now; resolves when it was answered. */
  async send(message: Message): Promise<Delivery> {
    const delivery = this.#add(message, 1);
    return this.#attempt({ at: 0, delivery, retries: message.retries }, FIRST_LIMIT);
  }

  /** Notes a notification that never arrives. */
  lose(message: Message): void {
    this.#keep({ ...this.#add(message, 1), state: 'lost', error: 'dropped, as configured' });
  }

  /**
   * Sends a notification again, to the address it had.
   *
   * @throws {RangeError} if the ID is unknown.
   */
  async resend(id: number): Promise<Delivery> {
    const before = this.#all.get(id);
    if (before === undefined) throw new ControlRangeError('unknown-delivery', { id: String(id) });
    const delivery = this.#add({ ...before, retries: 0 }, before.attempt + 1);
    return this.#attempt({ at: 0, delivery, retries: 0 }, RESEND_LIMIT);
  }

  /** When the next one is due, in milliseconds, or null. */
  nextDue(): number | null {
    return this.#waiting.reduce<number | null>((least, { at }) => (least === null || at < least ? at : least), null);
  }

  /** Sends what is due, one after another. */
  async runDue(now: number): Promise<void> {
    const due = this.#waiting.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at);
    this.#waiting = this.#waiting.filter(({ at }) => at > now);
    for (const waiting of due) await this.#attempt(waiting, FIRST_LIMIT);
  }

  /** Resolves when everything on its way was answered. */
  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  /** Forgets everything. */
  clear(): void {
    this.#all.clear();
    this.#waiting = [];
  }

  #add({ key, imp_uid, url, form, body }: Message, attempt: number): Delivery {
    this.#count += 1;
    const blank = { state: 'waiting', status: null, ms: null, error: null, at: null } as const;
    return this.#keep({ id: this.#count, key, imp_uid, url, form, body, attempt, ...blank });
  }

  #keep(delivery: Delivery): Delivery {
    this.#all.set(delivery.id, delivery);
    const oldest = this.#all.size > KEPT ? this.#all.keys().next().value : undefined;
    if (oldest !== undefined) this.#all.delete(oldest);
    if (delivery.state !== 'waiting') this.#options.onChange(delivery);
    return delivery;
  }

  async #attempt(waiting: Waiting, limit: number): Promise<Delivery> {
    const work = this.#post(waiting.delivery, limit);
    const done = work.then(() => undefined);
    this.#running.add(done);
    const delivery = await work;
    this.#running.delete(done);
    if (delivery.state === 'failed' && waiting.retries > 0) this.#retry(delivery, waiting.retries - 1);
    return delivery;
  }

  #retry(delivery: Delivery, retries: number): void {
    const at = this.#options.clock().now() + RETRY_AFTER;
    this.#waiting.push({ at, delivery: this.#add({ ...delivery, retries }, delivery.attempt + 1), retries });
    this.#options.clock().arm();
  }

  async #post(delivery: Delivery, limit: number): Promise<Delivery> {
    const at = this.#options.clock().date().toISOString();
    const reason = reasonAgainstTarget(delivery.url);
    if (reason !== null) return this.#keep({ ...delivery, at, state: 'failed', error: `not sent: ${reason}` });
    const began = performance.now();
    const elapsed = (): number => Math.round(performance.now() - began);
    try {
      const response = await this.#options.fetch(delivery.url, {
        ...requestOf(delivery),
        signal: AbortSignal.timeout(limit),
      });
      await response.body?.cancel();
      const state = response.status >= 200 && response.status < 300 ? 'delivered' : 'failed';
      return this.#keep({ ...delivery, at, state, status: response.status, ms: elapsed() });
    } catch (error) {
      return this.#keep({ ...delivery, at, state: 'failed', ms: elapsed(), error: reasonOf(error) });
    }
  }
}

function requestOf({ body, form }: Delivery): RequestInit {
  const isForm = form === 'form';
  return {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json', 'x-sandbox': '1' },
    body: isForm ? formOf(body) : JSON.stringify(body),
  };
}

/** A form as PHP writes it: `extra[escrow_status]=2`. */
function formOf(body: Readonly<Record<string, unknown>>): string {
  const form = new URLSearchParams();
  const put = (name: string, value: unknown): void => {
    if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) put(`${name}[${key}]`, inner);
    else form.append(name, typeof value === 'string' ? value : JSON.stringify(value));
  };
  for (const [name, value] of Object.entries(body)) put(name, value);
  return form.toString();
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
  return code || (error instanceof Error ? error.message : String(error));
}
