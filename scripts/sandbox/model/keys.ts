import type { BillingKey, Channel, IssuedBillingKey, SuperBillingKey } from 'iamport-kit';

import { cardFields } from './approval.js';
import { channelOf } from './channels.js';
import { textOf } from './payment.js';
import { Refused } from './reply.js';
import { save, type Turn } from './turn.js';
import type { CardBehaviour, KeyRecord } from './world.js';

/** A billing key to be kept. */
export interface NewKey {
  readonly customer_uid: string;
  readonly channel: Channel;
  readonly number?: string | undefined;
  readonly behaviour: CardBehaviour;
  /** Group of channels that are to keep the card, instead of the one channel. */
  readonly group?: ChannelGroup | undefined;
  /** Fields of the request that the key keeps: customer_name, customer_tel, … */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Channels that a merchant has put together. */
export interface ChannelGroup {
  readonly id: string;
  readonly channels: readonly [Channel, ...Channel[]];
}

/**
 * A group of channels of the merchant's settings.
 *
 * @throws {Refused} when there is none with this ID.
 */
export function channelGroupOf(turn: Turn, id: string): ChannelGroup {
  const codes = Object.entries(turn.world.settings.channelGroups).find(([name]) => name === id)?.[1] ?? [];
  const [first, ...rest] = codes.map((pg) => channelOf({ pg }));
  if (first === undefined) throw new Refused('channel/unknown');
  return { id, channels: [first, ...rest] };
}

/** Keeps a billing key; a key that is there already is replaced and keeps the time it was made. */
export function keepKey(turn: Turn, key: NewKey): KeyRecord {
  const record = {
    wire: key.group === undefined ? plainKey(turn, key) : superKey(turn, key, key.group),
    behaviour: key.behaviour,
  };
  save(turn, 'keys', [key.customer_uid, record]);
  return record;
}

/** The gateway that charges a billing key: of a group, the first channel that keeps it. */
export function gatewayCodeOf(key: IssuedBillingKey): string | undefined {
  const holder = 'channelGroupId' in key ? key.succeededChannels?.[0] : key;
  return holder?.pg_provider ?? undefined;
}

function plainKey(turn: Turn, { customer_uid, channel, number, fields }: NewKey): BillingKey {
  return {
    customer_uid,
    pg_provider: channel.pg_provider,
    pg_id: channel.pg_id,
    sandbox: true,
    ...(typeof fields.customer_id === 'string' && { customer_id: fields.customer_id }),
    ...cardFields(number),
    ...customerFields(fields),
    ...timesOf(turn, customer_uid),
  };
}

function superKey(turn: Turn, key: NewKey, { id, channels }: ChannelGroup): SuperBillingKey {
  const { customer_uid, number, fields, behaviour } = key;
  const kept = behaviour === 'one-channel-only' ? channels.slice(0, 1) : channels;
  return {
    customer_uid,
    channelGroupId: id,
    customer_id: textOf(fields.customer_id),
    ...customerFields(fields),
    succeededChannels: kept.map(({ pg_provider, pg_id }) => ({
      pg_provider,
      pg_id,
      ...cardFields(number),
      ...timesOf(turn, customer_uid),
    })),
    failedChannels: channels.slice(kept.length).map(({ pg_provider, pg_id }) => ({
      type: 'PG_PROVIDER',
      message: '[sandbox] 빌링키 발급에 실패하였습니다.',
      pg_provider,
      pg_id,
    })),
  };
}

function customerFields(
  fields: NewKey['fields'],
): Record<`customer_${'name' | 'tel' | 'email' | 'addr' | 'postcode'}`, string | null> {
  return {
    customer_name: textOf(fields.customer_name),
    customer_tel: textOf(fields.customer_tel),
    customer_email: textOf(fields.customer_email),
    customer_addr: textOf(fields.customer_addr),
    customer_postcode: textOf(fields.customer_postcode),
  };
}

/** When the key was issued first and last. */
function timesOf(turn: Turn, customerUid: string): { readonly inserted: number; readonly updated: number } {
  const before = turn.world.keys.get(customerUid)?.wire;
  const first = before !== undefined && 'channelGroupId' in before ? before.succeededChannels?.[0] : before;
  return { inserted: first?.inserted ?? turn.now, updated: turn.now };
}
