import { createPace, type Pace } from './refresh-throttle.js';
import { requestToken, tellToken, type TokenSourceOptions } from './token-request.js';
import { openTokenSlot } from './token-store.js';

/**
 * Seconds before its expiry when a token counts as used up. The server hands out the same token until its last minute,
 * so asking earlier would only ask again and again.
 */
const LEEWAY = 45;

/** A token and when it expires, in unix seconds by the server's clock. */
export interface Token {
  readonly value: string;
  readonly expiredAt: number;
}

/** Gives tokens. */
export interface TokenSource {
  /** A token that is valid now. */
  readonly get: () => Promise<Token>;
  /** Another one, after the server refused this one. Asks for it only when nobody has done so already. */
  readonly replace: (refused: Token) => Promise<Token>;
}

/**
 * Makes a source of tokens: fetched on first use, reused until shortly before it expires by the server's own clock, and
 * asked for once however many callers wait. A failure reaches all of them and is forgotten.
 */
export function createTokenSource(options: TokenSourceOptions): TokenSource {
  const renew = createRenewal(options);
  const pace = createPace();
  const state: { cached?: Token; pending?: Promise<Token> | undefined } = {};
  const clock: ServerClock = { offset: 0 };
  const renewOnce = (refused?: Token): Promise<Token> => {
    state.pending ??= renew({ refused, pace, clock })
      .then((token) => (state.cached = token))
      .finally(() => {
        state.pending = undefined;
      });
    return state.pending;
  };
  return {
    get: async () => {
      const { cached, pending } = state;
      if (cached !== undefined && isGood(cached, clock, LEEWAY)) return cached;
      // In its last seconds, and the server has only just given it or failed: it still works.
      if (cached !== undefined && isGood(cached, clock, 0) && pending === undefined && pace.left() > 0) return cached;
      return renewOnce();
    },
    replace: async (refused) => {
      const { cached } = state;
      if (cached !== undefined && cached !== refused && isGood(cached, clock, 0)) return cached;
      return renewOnce(refused);
    },
  };
}

interface Renewal {
  readonly refused: Token | undefined;
  readonly pace: Pace;
  readonly clock: ServerClock;
}

/** Takes the shared token if another process has put a good one there, else asks for one and shares it. */
function createRenewal(options: TokenSourceOptions): (renewal: Renewal) => Promise<Token> {
  const slot = options.tokenStore && openTokenSlot(options.tokenStore, options);
  return async ({ refused, pace, clock }) => {
    const asked = performance.now();
    const found = await slot?.read();
    const stored = found && { value: found.access_token, expiredAt: found.expired_at };
    if (stored !== undefined && stored.value !== refused?.value && isGood(stored, clock, LEEWAY)) {
      tellToken(options.emit, 'from_store', asked);
      return stored;
    }
    await pace.wait();
    const started = Date.now();
    const { access_token: value, now, expired_at: expiredAt } = await requestToken(options);
    clock.offset = now * 1000 - started;
    // Waited for: where a process is put to sleep after its answer, the write would be lost.
    await slot?.write({ access_token: value, expired_at: expiredAt });
    return { value, expiredAt };
  };
}

/** The server's clock minus ours, in milliseconds. 0 until the server has told. */
interface ServerClock {
  offset: number;
}

function isGood({ expiredAt }: Token, { offset }: ServerClock, leeway: number): boolean {
  return Date.now() + offset < (expiredAt - leeway) * 1000;
}
