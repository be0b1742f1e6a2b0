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

/** A token was needed. */
export interface TokenEvent {
  readonly type: 'token';
  /** The operation that gives tokens. */
  readonly operationId: string;
  readonly outcome: 'fetched' | 'from_store' | 'failed' | 'store_failed';
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

/** Hands an event to the listeners. Never throws. */
export type Emit = (event: IamportEvent) => void;

/** Runs a call where APM tools can follow it. */
export type Trace = <Value>(call: { readonly operationId: string }, work: () => Promise<Value>) => Promise<Value>;

/** How a client tells what it does. */
export interface Telemetry {
  readonly emit: Emit;
  readonly trace: Trace;
}

/**
 * Makes the functions that report events to `onEvent` and, where `node:diagnostics_channel` exists, to the channels
 * `iamport-kit:request`, `:response`, `:retry`, `:token` and `:drift`, and whole calls to the tracing channel
 * `tracing:iamport-kit:call`, whose context holds `operationId` and `error` but no answer. A listener that fails harms no
 * call.
 *
 * @see https://nodejs.org/api/diagnostics_channel.html#class-tracingchannel
 */
export function createTelemetry(onEvent?: (event: IamportEvent) => void): Telemetry {
  const library = loadChannels();
  const channels = new Map<string, Channel | undefined>();
  const channelOf = (type: string): Channel | undefined => {
    if (!channels.has(type)) channels.set(type, library?.channel(`iamport-kit:${type}`));
    return channels.get(type);
  };
  const tracing = library?.tracingChannel?.('iamport-kit:call');
  return {
    emit: (event) => {
      const channel = channelOf(event.type);
      const isHeard = channel?.hasSubscribers === true;
      if (onEvent === undefined && !isHeard) return;
      const frozen = Object.freeze(event);
      runSafely(() => onEvent?.(frozen));
      if (!isHeard) return;
      runSafely(() => {
        channel.publish(frozen);
      });
    },
    trace: (call, work) =>
      tracing === undefined || !isTraced(tracing) ? work() : tracing.tracePromise(work, withoutResult(call)),
  };
}

interface Channel {
  readonly hasSubscribers: boolean;
  publish(message: unknown): void;
}

interface Tracing {
  readonly start: Channel;
  readonly end: Channel;
  readonly asyncStart: Channel;
  readonly asyncEnd: Channel;
  readonly error: Channel;
  tracePromise<Value>(work: () => Promise<Value>, context: object): Promise<Value>;
}

interface Channels {
  channel(name: string): Channel;
  /** Since Node 19.9. */
  tracingChannel?(name: string): Tracing;
}

// `tracePromise` puts the answer into the context, and that is personal data.
function withoutResult<Context extends object>(context: Context): Context {
  return Object.defineProperty({ ...context }, 'result', { set: () => undefined });
}

function isTraced({ start, end, asyncStart, asyncEnd, error }: Tracing): boolean {
  return (
    start.hasSubscribers ||
    end.hasSubscribers ||
    asyncStart.hasSubscribers ||
    asyncEnd.hasSubscribers ||
    error.hasSubscribers
  );
}

// Looked up by hand: an import of a node: module would break browsers and edge workers.
function loadChannels(): Channels | undefined {
  // What the runtime has under this name, if anything.
  const { process } = globalThis as { process?: { getBuiltinModule?: (name: string) => unknown } };
  try {
    // `getBuiltinModule` is typed as unknown; it is this module or nothing.
    return process?.getBuiltinModule?.('node:diagnostics_channel') as Channels | undefined;
  } catch {
    // The edge runtime of Next.js throws as soon as it is called.
    return undefined;
  }
}

function runSafely(listener: () => unknown): void {
  try {
    Promise.resolve(listener()).catch(() => undefined);
  } catch {
    // The listener's own failure.
  }
}
