import { BANK_NAMES, CARD_NAMES, type StandardCode } from 'iamport-kit';

import { CHANNELS } from '../channels.js';
import type { Handlers } from '../handler.js';
import { answer, Refused } from '../reply.js';

type Codes = 'listCardCodes' | 'getCardCode' | 'listBankCodes' | 'getBankCode' | 'listChannels' | 'getTier';

/** Code tables and what the account has. */
export const codes: Handlers<Codes> = {
  listCardCodes: () => answer(tableOf(CARD_NAMES)),
  listBankCodes: () => answer(tableOf(BANK_NAMES)),
  listChannels: () => answer([...CHANNELS]),

  getCardCode(_turn, { card_standard_code: code }) {
    const name = CARD_NAMES[code];
    if (name === undefined) throw new Refused('code/unknown-card');
    return answer({ code, name });
  },

  getBankCode(_turn, { bank_standard_code: code }) {
    const name = BANK_NAMES[code];
    if (name === undefined) throw new Refused('code/unknown-bank');
    return answer({ code, name });
  },

  getTier(turn, { tier_code }) {
    const tier_name = Object.entries(turn.world.settings.tiers).find(([code]) => code === tier_code)?.[1];
    if (tier_name === undefined) throw new Refused('tier/unknown');
    return answer({ tier_code, tier_name });
  },
};

function tableOf(names: Readonly<Record<string, string>>): StandardCode[] {
  return Object.entries(names).map(([code, name]) => ({ code, name }));
}
