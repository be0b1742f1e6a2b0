import type { Authorization, Credential } from '../client/authorization.js';
import { IamportError } from '../client/errors.js';
import { createRefreshThrottle, type RefreshThrottle } from './refresh-throttle.js';
import { requestToken, type TokenRequester } from './token-exchange.js';
import type { StoredToken, TokenSlot, TokenStore } from './token-store.js';

/**
 * Seconds before its expiry from which a token counts as expired. The server returns the same token until its last
 * minute, so an earlier request would return it again.
 */
const LEEWAY = 45;

/** Milliseconds for which rejected credentials are not tried again. */
const REFUSAL_TIME = 5000;

/** A token and its expiry, in Unix seconds by the server's clock. */
interface Token extends Credential {
  readonly value: string;
  readonly expiresAt: number;
}

/** State of a source. */
interface State {
  cached?: Token;
  pending?: Promise<Token> | undefined;
  /** The error for rejected credentials, and until when to throw it again. */
  refusal?: { readonly error: IamportError; readonly until: number };
  /** The server's clock minus ours, in milliseconds; 0 until the first response. */
  offset: number;
}

interface Source extends TokenRequester {
  readonly state: State;
  readonly throttle: RefreshThrottle;
  /** Opened on first use. */
  readonly slot: () => Promise<TokenSlot> | undefined;
}

/**
 * Creates a source of tokens: fetched on first use, reused until shortly before they expire by the server's clock, and
 * fetched once for all waiting callers. A failure rejects all of them and is not remembered, except that rejected
 * credentials are not tried again for five seconds.
 */
export function createTokenSource(requester: TokenRequester, store?: TokenStore): Authorization {
  const state: State = { offset: 0 };
  const throttle = createRefreshThrottle();
  const source: Source = { ...requester, state, throttle, slot: once(() => store && openSlot(store, requester)) };
  return {
    secrets: Object.values(requester.credentials),
    get: () => {
      const { cached, pending } = state;
      if (cached !== undefined && isGood(cached, state, LEEWAY)) return cached;
      // It still works for its last seconds, and the server has just returned it or failed.
      const isPaced = pending === undefined && throttle.left() > 0;
      if (cached !== undefined && isPaced && isGood(cached, state, 0)) return cached;
      return renewOnce(source);
    },
    replace: async (refused, within) => {
      const { cached, pending } = state;
      if (cached !== undefined && cached !== refused && isGood(cached, state, 0)) return cached;
      // Too late for this call: the rejection says more than a timeout.
      if (pending === undefined && throttle.left() >= within) return refused;
      return renewOnce(source, refused);
    },
  };
}

async function openSlot(store: TokenStore, { settings, credentials, exchange }: TokenRequester): Promise<TokenSlot> {
  const { openTokenSlot } = await import('./token-store.js');
  const [first = ''] = Object.values(credentials);
  return openTokenSlot(store, {
    identity: `${settings.baseUrl}\n${first}`,
    onFailure: () => {
      settings.emit({ type: 'token', operationId: exchange.operation, outcome: 'store_failed', milliseconds: 0 });
    },
  });
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

function renewOnce(source: Source, refused?: Credential): Promise<Token> {
  const { state } = source;
  if (state.refusal !== undefined && Date.now() < state.refusal.until) return Promise.reject(state.refusal.error);
  state.pending ??= renew(source, refused)
    .then((token) => (state.cached = token))
    .finally(() => {
      state.pending = undefined;
    });
  return state.pending;
}

/** Uses the shared token if another process has stored a valid one, else fetches and shares one. */
async function renew(source: Source, refused: Credential | undefined): Promise<Token> {
  const { state } = source;
  const slot = await source.slot();
  if (slot === undefined) return fetchToken(source);
  const started = performance.now();
  const find = async (): Promise<Token | undefined> => {
    const stored = await slot.read();
    const token = stored && toToken(stored, source);
    if (token === undefined || !isGood(token, state, LEEWAY)) return undefined;
    if (refused?.secrets.includes(token.value) === true) return undefined;
    report(source, 'from_store', started);
    return token;
  };
  return (await find()) ?? slot.exclusively(find, () => fetchToken(source));
}

async function fetchToken(source: Source): Promise<Token> {
  const { state, throttle } = source;
  await throttle.wait();
  const started = performance.now();
  const asked = Date.now();
  try {
    const { value, expiresAt, now } = await requestToken(source);
    report(source, 'fetched', started);
    state.offset = now * 1000 - asked;
    const stored = { access_token: value, expired_at: expiresAt };
    // Awaited: a process that is suspended after its response would lose the write.
    await (await source.slot())?.write(stored);
    return toToken(stored, source);
  } catch (error) {
    report(source, 'failed', started);
    if (error instanceof IamportError && error.kind === 'auth') {
      state.refusal = { error, until: Date.now() + REFUSAL_TIME };
    }
    throw error;
  }
}

function toToken({ access_token: value, expired_at: expiresAt }: StoredToken, { exchange }: Source): Token {
  return { value, expiresAt, headers: { [exchange.header]: value }, secrets: [value] };
}

function isGood({ expiresAt }: Token, { offset }: State, leeway: number): boolean {
  return Date.now() + offset < (expiresAt - leeway) * 1000;
}

function report({ settings, exchange }: Source, outcome: 'fetched' | 'from_store' | 'failed', started: number): void {
  const milliseconds = Math.round(performance.now() - started);
  settings.emit({ type: 'token', operationId: exchange.operation, outcome, milliseconds });
}
