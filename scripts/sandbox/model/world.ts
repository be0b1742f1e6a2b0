import type {
  Certification,
  EscrowDelivery,
  ExternalReceipt,
  IssuedBillingKey,
  NaverProductOrder,
  Payment,
} from 'iamport-kit';
import type { KcpQuickMember, Receipt, Schedule } from 'iamport-kit';

import { ControlTypeError } from './control-error.js';
import { Table } from './table.js';

/** What the merchant's console decides. */
export interface Settings {
  /** Where notifications go when a payment names no other address. */
  readonly webhookUrl: string | null;
  readonly webhookForm: 'json' | 'form';
  /** Number of retries of a failed notification, a minute apart: 0 by default as in production, at most 5. */
  readonly webhookRetries: number;
  /** Order of notification and browser after an approval. */
  readonly order: DeliveryOrder;
  /** Seconds between a change and its notification. */
  readonly webhookDelay: number;
  /** Names of sub-merchants by tier code. */
  readonly tiers: Readonly<Record<string, string>>;
  /** What an unknown billing key is answered with: HTTP 200 as recorded, or 404 as the documents say. */
  readonly unknownKeyStatus: 200 | 404;
  /**
   * Seconds until a cancellation takes effect. Null: at once, or after a minute where the gateway of the payment cancels
   * asynchronously.
   */
  readonly cancelDelay: number | null;
  /** Whether `getPayment` finds payments of test channels, which all of them are, with `include_sandbox` only. */
  readonly hidesTestPayments: boolean;
  /** Gateways of each group of channels, for super billing keys. */
  readonly channelGroups: Readonly<Record<string, readonly string[]>>;
}

/** How a notification and the answer to the browser relate. */
export type DeliveryOrder = 'webhook-first' | 'browser-first' | 'browser-lost' | 'webhook-lost' | 'duplicate';

/** A payment: what the API answers, and what only the service knows. */
export interface PaymentRecord {
  readonly wire: Payment;
  /** Position among all payments: later ones have a greater number. */
  readonly position: number;
  /** Time of the last change, in unix seconds. */
  readonly updated: number;
  /** URL for notifications of this payment, fixed when it starts. */
  readonly webhookUrls: readonly string[];
  readonly confirmUrl: string | null;
  /** How the payment began. */
  readonly origin: 'legacy' | 'v1' | 'api';
  /** Return address of the browser. */
  readonly redirectUrl: string | null;
  readonly device: 'pc' | 'mobile';
  /** Set for a virtual account that takes deposits without end. */
  readonly isUnlimited: boolean;
  /** Part of the amount that was declared free of tax. */
  readonly taxFree: number;
  /** Whether the gateway refuses to cancel: the payment was made with the test card for it. */
  readonly refusesCancel: boolean;
  /** Billing key that the window is to issue, or null. */
  readonly issuesKey: string | null;
}

/** A registered amount. */
export interface Prepared {
  readonly merchant_uid: string;
  readonly amount: number;
  readonly currency: string | null;
}

/** A billing key and the card behind it. */
export interface KeyRecord {
  readonly wire: IssuedBillingKey;
  /** Test card with a meaning, or null. */
  readonly behaviour: CardBehaviour;
}

/** What a test card does. */
export type CardBehaviour =
  'ok' | 'declined' | 'limit' | 'expired' | 'fails-on-charge' | 'refuses-cancel' | 'one-channel-only';

/** A cancellation that the gateway has accepted and not carried out. */
export interface PendingCancel {
  readonly imp_uid: string;
  readonly amount: number;
  readonly reason: string;
  readonly cancellationId: string;
  /** When it takes effect, in unix seconds. */
  readonly due: number;
  readonly position: number;
  readonly isNotified: boolean;
}

/** A schedule and what is charged when its time comes. */
export interface ScheduleRecord {
  readonly wire: Schedule;
  readonly position: number;
  readonly webhookUrls: readonly string[];
  readonly taxFree: number;
}

/** An identity verification on its way, or done. */
export interface CertificationRecord {
  readonly wire: Certification;
  readonly state: 'pending' | 'certified' | 'failed';
  readonly otp: string;
  readonly redirectUrl: string | null;
}

/** A token of this merchant. */
export interface Token {
  readonly value: string;
  readonly expiresAt: number;
}

/** Everything that one merchant has. A value: every change makes another one. */
export interface World {
  readonly key: string;
  readonly seed: number;
  /** How many transaction IDs were made. */
  readonly count: number;
  /** How many other numbers were made, such as those of the gateways. */
  readonly numbers: number;
  readonly settings: Settings;
  readonly token: Token | null;
  /** What gateways will decline the next charges with, first one first. */
  readonly declines: readonly string[];
  readonly payments: Table<PaymentRecord>;
  /** Order ID → transaction IDs of its attempts, oldest first. */
  readonly attempts: Table<readonly string[]>;
  readonly prepared: Table<Prepared>;
  readonly keys: Table<KeyRecord>;
  /** By the ID of the cancellation. */
  readonly pendingCancels: Table<PendingCancel>;
  readonly schedules: Table<ScheduleRecord>;
  readonly certifications: Table<CertificationRecord>;
  readonly receipts: Table<Receipt>;
  readonly externalReceipts: Table<ExternalReceipt>;
  readonly deliveries: Table<EscrowDelivery>;
  /** Transaction ID → its product orders at Naver. */
  readonly naverOrders: Table<readonly NaverProductOrder[]>;
  readonly members: Table<KcpQuickMember>;
  /** Order ID → prepared at KCP Quick Pay. */
  readonly quickPrepared: Table<{ readonly amount: number | null }>;
}

/** Default settings of a merchant's console. */
export const DEFAULT_SETTINGS: Settings = {
  webhookUrl: null,
  webhookForm: 'json',
  webhookRetries: 0,
  order: 'webhook-first',
  webhookDelay: 0,
  tiers: { ABC: '샌드박스 하위 가맹점' },
  unknownKeyStatus: 200,
  cancelDelay: null,
  hidesTestPayments: false,
  channelGroups: { 'channel-group-sandbox': ['nice', 'kcp_billing'] },
};

/** A merchant who has done nothing yet. */
export function emptyWorld(key: string, seed = 0, settings: Partial<Settings> = {}): World {
  return {
    key,
    seed,
    count: 0,
    numbers: 0,
    settings: { ...DEFAULT_SETTINGS, ...settings },
    token: null,
    declines: [],
    payments: new Table(),
    attempts: new Table(),
    prepared: new Table(),
    keys: new Table(),
    pendingCancels: new Table(),
    schedules: new Table(),
    certifications: new Table(),
    receipts: new Table(),
    externalReceipts: new Table(),
    deliveries: new Table(),
    naverOrders: new Table(),
    members: new Table(),
    quickPrepared: new Table(),
  };
}

/** A world as plain data, for a file. */
export function worldToJson(world: World): unknown {
  return JSON.parse(JSON.stringify({ version: 1, ...world }));
}

/**
 * A world from plain data.
 *
 * @throws {TypeError} when the data is not of a world.
 */
export function worldFromJson(data: unknown): World {
  const empty = emptyWorld('imp_sandbox');
  if (typeof data !== 'object' || data === null || !('version' in data) || data.version !== 1)
    throw new ControlTypeError('state-version', {});
  const entries = Object.entries(empty).map(([name, value]) => {
    const saved: unknown = Object.entries(data).find(([key]) => key === name)?.[1];
    // A state that was saved before the sandbox knew this table.
    if (saved === undefined && value instanceof Table) return [name, value];
    if (saved === undefined) throw new ControlTypeError('state-missing', { name });
    if (name === 'settings') return [name, { ...DEFAULT_SETTINGS, ...saved }];
    if (!(value instanceof Table)) return [name, saved];
    if (!Array.isArray(saved)) throw new ControlTypeError('state-not-a-list', { name });
    // Written by worldToJson as a list of entries.
    return [name, new Table(saved as [string, unknown][])];
  });
  // Every field of an empty world is there, each written by worldToJson.
  return Object.fromEntries(entries) as World;
}
