import { matchesOf, matchOf } from './matches-of.js';
import { isDrawn } from './randomness.js';
import type { Match } from './span.js';

// How issuers begin their secret keys, and what follows. Keys for browsers (`live_ck_`, `pk_live_`) are public.
const KEYS: readonly RegExp[] = [
  // Toss Payments; Stripe's secret, restricted and webhook keys.
  /(?:live|test)_g?sk_[A-Za-z0-9]{16,}/,
  /(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{16,}/,
  /whsec_[A-Za-z0-9+/]{24,}={0,2}/,
  // AWS, Google, SendGrid, OpenAI.
  /A(?:KIA|SIA)[A-Z0-9]{16}(?![A-Za-z0-9])/,
  /AIza[\w-]{35}/,
  /SG\.[\w-]{22}\.[\w-]{43}/,
  /sk-(?:[A-Za-z0-9]{48}|(?:proj|svcacct|admin|ant-api\d\d)-[\w-]{40,})/,
  // GitHub, GitLab, npm, Slack.
  /gh[pousr]_[A-Za-z0-9]{36,}/,
  /github_pat_\w{22,}/,
  /glpat-[\w-]{20,}/,
  /npm_[A-Za-z0-9]{36}/,
  /xox[abeprs]-[\w-]{10,}/,
];

const SHAPE = new RegExp(`(?<![A-Za-z0-9])(?:${KEYS.map(({ source }) => source).join('|')})`, 'g');

/** What all of them have, and hardly another text: one search says that a text has no key. */
export const KEY_SIGN = /_(?<=[srv]k_|sec_|gh[pousr]_|_pat_|npm_)|-(?<=sk-|lpat-|xox[abeprs]-)|A[KS]IA|AIza|SG\./;

const PREFIX = /^(?:[a-z]+_){1,2}|^AKIA|^ASIA|^AIza|^SG\.|^sk-|^xox.-|^glpat-/;

const TEST_KEY = /^(?:test_|[sr]k_test_)/;

/**
 * API keys whose prefix names their issuer. Keys of test accounts move no money, but open the account to everyone who
 * reads them.
 */
export function findPrefixedKeys(text: string): Match[] {
  if (!KEY_SIGN.test(text)) return [];
  return matchesOf(SHAPE, text).map((found) => ({
    ...matchOf(found, 'key', isDrawn(found[0].replace(PREFIX, ''))),
    ...(TEST_KEY.test(found[0]) && { limit: 'test' as const }),
  }));
}
