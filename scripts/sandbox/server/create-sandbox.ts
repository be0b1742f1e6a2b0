import { ControlTypeError } from '../model/control-error.js';
import { SANDBOX_SECRET } from '../model/token.js';
import { worldFromJson, worldToJson, type World } from '../model/world.js';
import type { Clock } from './clock.js';
import type { Delivery } from './deliveries.js';
import type { Faults } from './faults.js';
import type { Journal } from './journal.js';
import { Merchant } from './merchant.js';
import { serveApi } from './serve-api.js';
import { Service, type SandboxOptions } from './service.js';

/** The key that examples use. Every key that begins with `imp_sandbox` is a separate merchant. */
export const SANDBOX_KEY = 'imp_sandbox_1';

/** State of a sandbox at one time. To be handed back, not to be looked into. */
export interface Snapshot {
  readonly worlds: ReadonlyMap<string, World>;
  readonly time: number;
}

/** All of i'mport in this process. */
export interface Sandbox {
  /** Answers requests to the API: pass it as `createIamport({ fetch: sandbox.fetch })`. */
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly journal: Journal;
  /** Notifications: a list, and a way to send one again. */
  readonly webhooks: {
    readonly list: () => readonly Delivery[];
    readonly resend: (id: number) => Promise<Delivery>;
  };
  /** What `createIamport` takes to reach a merchant of this sandbox. */
  clientOptions(key?: string): { impKey: string; impSecret: string; baseUrl: string; fetch: typeof globalThis.fetch };
  /** One merchant, made when the key is new. */
  merchant(key?: string): Merchant;
  /** Resolves when no notification is on its way any more. */
  settled(): Promise<void>;
  snapshot(): Snapshot;
  restore(snapshot: Snapshot): void;
  /**
   * Removes all merchants, faults, notifications and log entries. Keeps the clock. `seed` changes the IDs that follow.
   *
   * @throws {RangeError} when the seed is not a whole number from 0 on.
   */
  reset(options?: { readonly seed?: number }): void;
  /** The state as plain data, for a file. */
  save(): unknown;
  /**
   * Continues from what {@link Sandbox.save} gave.
   *
   * @throws {TypeError} when the data is something else.
   */
  load(saved: unknown): void;
  /** The parts, for servers that are made of them. */
  readonly service: Service;
}

/**
 * Starts a sandbox in this process, without a port.
 *
 * @throws {RangeError} when `at` is not a time.
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const service = new Service(options);
  const fetch = fetchOf(service);
  return {
    fetch,
    service,
    clock: service.clock,
    faults: service.faults,
    journal: service.journal,
    webhooks: { list: () => service.deliveries.list(), resend: (id) => service.track(service.deliveries.resend(id)) },
    clientOptions: (key = SANDBOX_KEY) => ({
      impKey: key,
      impSecret: SANDBOX_SECRET,
      baseUrl: 'https://sandbox.invalid',
      fetch,
    }),
    merchant: (key = SANDBOX_KEY) => new Merchant(service, key),
    settled: () => service.settled(),
    snapshot: () => ({ worlds: service.worlds(), time: service.clock.now() }),
    restore({ worlds, time }) {
      service.replaceWorlds(worlds);
      service.clock.restore(time);
    },
    reset({ seed } = {}) {
      if (seed !== undefined) service.seed(seed);
      service.replaceWorlds(new Map());
      service.faults.clear();
      service.deliveries.clear();
      service.journal.clear();
    },
    save: () => ({ version: 1, time: service.clock.now(), worlds: [...service.worlds().values()].map(worldToJson) }),
    load(saved) {
      const { worlds, time } = readSaved(saved);
      service.replaceWorlds(worlds);
      service.clock.restore(time);
    },
  };
}

function fetchOf(service: Service): typeof globalThis.fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    const answer = await serveApi(service, request);
    request.signal.throwIfAborted();
    if (answer !== 'reset') return answer;
    const cause = Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
    throw new TypeError('fetch failed', { cause });
  };
}

function readSaved(saved: unknown): Snapshot {
  const isObject = typeof saved === 'object' && saved !== null && 'worlds' in saved && 'time' in saved;
  if (!isObject || !Array.isArray(saved.worlds) || typeof saved.time !== 'number')
    throw new ControlTypeError('not-a-state', {});
  const worlds = saved.worlds.map(worldFromJson);
  return { worlds: new Map(worlds.map((world) => [world.key, world])), time: saved.time };
}
