import type { IamportErrorKind } from './errors.js';

/** A request goes out. */
export interface RequestEvent {
  readonly type: 'request';
  readonly operationId: string;
  readonly method: string;
  /** 1 for the first try. */
  readonly attempt: number;
}

/** A request came back, or did not. */
export interface ResponseEvent {
  readonly type: 'response';
  readonly operationId: string;
  readonly attempt: number;
  /** Milliseconds from sending to the end of the body. */
  readonly milliseconds: number;
  /** HTTP status, unless no answer came. */
  readonly httpStatus?: number | undefined;
  /** Whether the answer leaves out some of what was asked for (HTTP 207): work out the missing ones by difference. */
  readonly isPartial?: boolean | undefined;
  /** What went wrong, unless nothing did. */
  readonly errorKind?: IamportErrorKind | undefined;
}

/** A request will go out again. */
export interface RetryEvent {
  readonly type: 'retry';
  readonly operationId: string;
  /** The try that failed. */
  readonly attempt: number;
  /** Milliseconds to wait before the next one. */
  readonly waitMilliseconds: number;
  readonly httpStatus?: number | undefined;
  readonly errorKind: IamportErrorKind;
}

/** A token was asked for. */
export interface TokenEvent {
  readonly type: 'token';
  readonly operationId: 'getToken';
  readonly outcome: 'fetched' | 'from_store' | 'failed';
  readonly milliseconds: number;
}

/** A value differs from the spec. It names the place and the rule, never the value. */
export interface DriftEvent {
  readonly type: 'drift';
  readonly operationId: string;
  readonly side: 'request' | 'response';
  /** JSON Pointer (RFC 6901) into the input or the whole answer. */
  readonly pointer: string;
  /** JSON Schema keyword that failed. */
  readonly keyword: string;
}

/** What a client tells about its work. No event holds a key, a token, a header or a body. */
export type IamportEvent = RequestEvent | ResponseEvent | RetryEvent | TokenEvent | DriftEvent;

/** Hands an event to whoever listens. Never throws. */
export type Emit = (event: IamportEvent) => void;

/**
 * Makes the function that hands events to `onEvent` and, where `node:diagnostics_channel` exists, to the channels
 * `iamport-kit:request`, `:response`, `:retry`, `:token` and `:drift`. A listener that fails harms no call.
 *
 * @see https://nodejs.org/api/diagnostics_channel.html
 */
export function createEmitter(onEvent?: (event: IamportEvent) => void): Emit {
  const channels = loadChannels();
  return (event) => {
    const frozen = Object.freeze(event);
    runSafely(() => onEvent?.(frozen));
    runSafely(() => channels?.channel(`iamport-kit:${frozen.type}`).publish(frozen));
  };
}

interface Channels {
  channel(name: string): { publish(message: unknown): void };
}

// Looked up by hand: an import of a node: module would break browsers and edge workers.
function loadChannels(): Channels | undefined {
  const { process } = globalThis as { process?: { getBuiltinModule?: (name: string) => unknown } };
  try {
    // `getBuiltinModule` is typed as unknown; it is this module or nothing.
    return process?.getBuiltinModule?.('node:diagnostics_channel') as Channels | undefined;
  } catch {
    // The edge runtime of Next.js throws at the mere asking.
    return undefined;
  }
}

function runSafely(listener: () => unknown): void {
  try {
    Promise.resolve(listener()).catch(() => undefined);
  } catch {
    // The listener's own trouble.
  }
}
