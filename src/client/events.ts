import type { IamportErrorKind } from './errors.js';

/** A request is sent. */
export interface RequestEvent {
  readonly type: 'request';
  readonly operationId: string;
  readonly method: string;
  /** 1 for the first attempt. */
  readonly attempt: number;
}

/** A request succeeded or failed. */
export interface ResponseEvent {
  readonly type: 'response';
  readonly operationId: string;
  readonly attempt: number;
  /** Milliseconds from sending to the end of the body. */
  readonly milliseconds: number;
  /** HTTP status, if there was a response. */
  readonly httpStatus?: number | undefined;
  /** Whether some of the requested items are missing in the response (HTTP 207). */
  readonly isPartial?: boolean | undefined;
  /** The failure, if any. */
  readonly errorKind?: IamportErrorKind | undefined;
}

/** A request will be retried. */
export interface RetryEvent {
  readonly type: 'retry';
  readonly operationId: string;
  /** The attempt that failed. */
  readonly attempt: number;
  /** Milliseconds until the next attempt. */
  readonly waitMilliseconds: number;
  readonly httpStatus?: number | undefined;
  readonly errorKind: IamportErrorKind;
}

/** A token was needed. */
export interface TokenEvent {
  readonly type: 'token';
  /** The operation that returns tokens. */
  readonly operationId: string;
  readonly outcome: 'fetched' | 'from_store' | 'failed' | 'store_failed';
  readonly milliseconds: number;
}

/** A value does not match the spec. Contains the location and the keyword, never the value. */
export interface DriftEvent {
  readonly type: 'drift';
  readonly operationId: string;
  readonly side: 'request' | 'response';
  /** JSON Pointer (RFC 6901) into the input or the whole response. */
  readonly pointer: string;
  /** JSON Schema keyword that failed. */
  readonly keyword: string;
}

/** An event of a client. Events never contain a key, a token, a header or a body. */
export type IamportEvent = RequestEvent | ResponseEvent | RetryEvent | TokenEvent | DriftEvent;

/** Passes an event to the listeners. Never throws. */
export type Emit = (event: IamportEvent) => void;

/** Runs a call inside a tracing channel, for APM tools. */
export type Trace = <Value>(call: { readonly operationId: string }, work: () => Promise<Value>) => Promise<Value>;

/** How a client reports events. */
export interface Telemetry {
  readonly emit: Emit;
  readonly trace: Trace;
}

/**
 * Creates the functions that report events to `onEvent` and, where `node:diagnostics_channel` exists, to the channels
 * `iamport-kit:request`, `:response`, `:retry`, `:token` and `:drift`, and whole calls to the tracing channel
 * `tracing:iamport-kit:call`, whose context has `operationId` and `error` but no response. A failing listener never
 * fails a call.
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

// `tracePromise` would add the response to the context, which contains personal data.
function withoutResult<Context extends object>(context: Context): Context {
  return Object.defineProperty({ ...context }, 'result', { set: () => undefined });
}

function isTraced({ start, end, asyncStart, asyncEnd, error }: Tracing): boolean {
  return [start, end, asyncStart, asyncEnd, error].some(({ hasSubscribers }) => hasSubscribers);
}

// Not imported: an import of a node: module would break browsers and edge workers.
function loadChannels(): Channels | undefined {
  // The runtime's function, if it has one.
  const { process } = globalThis as { process?: { getBuiltinModule?: (name: string) => unknown } };
  try {
    // `getBuiltinModule` returns this module or undefined.
    return process?.getBuiltinModule?.('node:diagnostics_channel') as Channels | undefined;
  } catch {
    // The edge runtime of Next.js throws when it is called.
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
