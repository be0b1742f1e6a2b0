import type { CardBehaviour } from './world.js';

/** Card numbers that do something on purpose. Every other number that looks like a card's pays. */
export const TEST_CARDS: Readonly<Record<string, { readonly behaviour: CardBehaviour; readonly meaning: string }>> = {
  '4242424242424242': { behaviour: 'ok', meaning: 'pays' },
  '4000000000000002': { behaviour: 'declined', meaning: 'the card company declines' },
  '4000000000009995': { behaviour: 'limit', meaning: 'over the limit' },
  '4000000000000069': { behaviour: 'expired', meaning: 'the card has expired' },
  '4000000000000341': { behaviour: 'fails-on-charge', meaning: 'a billing key is issued, every charge fails' },
  '4000000000000119': { behaviour: 'one-channel-only', meaning: 'pays; of a group, only the first channel keeps it' },
  '4000000000005126': { behaviour: 'refuses-cancel', meaning: 'pays; the gateway refuses to cancel' },
};

/** What a card number does, or null when it is none: 14 to 16 digits, with or without dashes. */
export function behaviourOf(number: string): CardBehaviour | null {
  const digits = number.replace(/[\s-]/g, '');
  if (!/^\d{14,16}$/.test(digits)) return null;
  return TEST_CARDS[digits]?.behaviour ?? 'ok';
}

/** The gateway's words for a charge that a card refuses, or null when it pays. */
export function declineOf(behaviour: CardBehaviour): string | null {
  switch (behaviour) {
    case 'limit':
      return 'F0004:PG사 결제요청에 실패하여 중단합니다. 3112, 한도가 초과하였습니다.';
    case 'declined':
    case 'fails-on-charge':
      return '[sandbox] 카드사에서 승인을 거절하였습니다.';
    case 'expired':
      return '[sandbox] 카드 유효기간이 지났습니다.';
    case 'ok':
    case 'refuses-cancel':
    case 'one-channel-only':
      return null;
  }
}
