import { PG_NAMES, type Channel } from 'iamport-kit';

import { Refused } from './reply.js';

const DEFAULT_CODE = 'html5_inicis';
const CERTIFICATION_CODES = new Set(['inicis_unified', 'kcp_v2', 'danal']);
const API_CODES = new Set(['inicis', 'kcp_billing']);

/** The channels of every merchant of the sandbox: one for each gateway, the default first, all of them test channels. */
export const CHANNELS: readonly Channel[] = [
  DEFAULT_CODE,
  ...Object.keys(PG_NAMES).filter((code) => code !== DEFAULT_CODE),
].map((code, index) => ({
  pg_provider: code,
  pg_id: code === DEFAULT_CODE ? 'INIpayTest' : `sandbox_${code}`,
  sandbox: true,
  type: CERTIFICATION_CODES.has(code) ? 'certification' : API_CODES.has(code) ? 'api_payment' : 'payment',
  channel_name: `${PG_NAMES[code] ?? code} (sandbox)`,
  channel_key: `channel-key-5a4db0c5-0000-4000-8000-${String(index + 1).padStart(12, '0')}`,
}));

/** How a request names a channel: by its key, or by the code of a gateway with or without its ID. */
export interface ChannelChoice {
  readonly channel_key?: string | undefined;
  readonly pg?: string | undefined;
}

/**
 * The channel that a request chooses. An unknown `pg` means the default channel, as in reality; an unknown key does not.
 *
 * @throws {Refused} when no channel has the key.
 */
export function channelOf(choice: ChannelChoice): Channel {
  const channel = findChannel(choice);
  if (channel === undefined) throw new Refused('channel/unknown');
  return channel;
}

/** The same, or `undefined` when no channel has the key. */
export function findChannel({ channel_key: key, pg }: ChannelChoice): Channel | undefined {
  if (key !== undefined) return CHANNELS.find((channel) => channel.channel_key === key);
  const code = pg?.split('.')[0];
  return CHANNELS.find(({ pg_provider }) => pg_provider === code) ?? CHANNELS[0];
}
