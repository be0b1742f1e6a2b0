import type { AccessToken } from 'iamport-kit';

import type { Handlers } from './handler.js';
import { answer, Refused } from './reply.js';
import { digest, type Turn } from './turn.js';

const LIFETIME = 1800;
const EXTENDED_BELOW = 60;
const EXTENSION = 300;

/** The secret of every merchant of the sandbox. */
export const SANDBOX_SECRET = 'sandbox';

/** Tokens: the same until it expires, five minutes longer within its last minute, then another. */
export const tokenOperation: Handlers<'getToken'> = {
  getToken(turn, { imp_key: key, imp_secret: secret }) {
    if (!isSandboxKey(key)) throw new Refused('request/live-key');
    if (key !== turn.world.key || secret !== SANDBOX_SECRET) throw new Refused('token/wrong-pair');
    return answer(currentToken(turn));
  },
};

/** Whether a key is one of the sandbox's. */
export function isSandboxKey(key: string): boolean {
  return /^imp_sandbox[\w-]{0,60}$/.test(key);
}

/** Whether a token lets a request pass now. */
export function isValidToken(turn: Pick<Turn, 'world' | 'now'>, value: string): boolean {
  const { token } = turn.world;
  return token !== null && token.value === value && turn.now < token.expiresAt;
}

function currentToken(turn: Turn): AccessToken {
  const { token } = turn.world;
  const left = token === null ? 0 : token.expiresAt - turn.now;
  if (token === null || left <= 0) return newToken(turn);
  const expiresAt = left < EXTENDED_BELOW ? token.expiresAt + EXTENSION : token.expiresAt;
  turn.world = { ...turn.world, token: { ...token, expiresAt } };
  return { access_token: token.value, now: turn.now, expired_at: expiresAt };
}

function newToken(turn: Turn): AccessToken {
  const expiresAt = turn.now + LIFETIME;
  const value = digest(`token|${turn.world.key}|${turn.world.seed}|${turn.now}`, 40);
  turn.world = { ...turn.world, token: { value, expiresAt } };
  return { access_token: value, now: turn.now, expired_at: expiresAt };
}
