import { isObject } from '../json/schema.js';
import type { OpenApi } from './document.js';

/** `x-envelope`: how an API marks success and refusal inside its responses. Names of properties on the wire. */
export interface Envelope {
  readonly code: string;
  readonly success: number;
  readonly message: string;
  readonly data: string;
}

/** `x-token-exchange` of a security scheme: how credentials become a token, and the header that carries it. */
export interface TokenExchange {
  readonly operation: string;
  readonly tokenUrl: string;
  readonly from: Readonly<Record<string, string>>;
  readonly token: string;
  readonly expiresAt: string;
  readonly now: string;
  /** In lower case. */
  readonly header: string;
}

/** `x-read-back` of an operation: how to find out whether a write happened. */
export interface ReadBack {
  readonly operation: string;
  readonly from: Readonly<Record<string, unknown>>;
  readonly done?: readonly string[];
  readonly each?: string;
  readonly before?: boolean;
  readonly result?: string;
}

/** The envelope that a document declares, if any. */
export function envelopeOf(document: OpenApi): Envelope | undefined {
  const envelope = document['x-envelope'];
  if (!isObject(envelope)) return undefined;
  const { code, success = 0, message, data } = envelope;
  const isWhole = typeof code === 'string' && typeof message === 'string' && typeof data === 'string';
  return isWhole && typeof success === 'number' ? { code, success, message, data } : undefined;
}

/** The token exchange that one of the document's security schemes declares, if any. */
export function tokenExchangeOf({ components }: OpenApi): TokenExchange | undefined {
  const schemes = isObject(components?.securitySchemes) ? Object.values(components.securitySchemes) : [];
  for (const scheme of schemes) {
    if (!isObject(scheme) || !isObject(scheme['x-token-exchange'])) continue;
    const { operation, tokenUrl, from, token, expiresAt, now } = scheme['x-token-exchange'];
    const fields = isObject(from) ? Object.entries(from).map(([key, option]) => [key, String(option)] as const) : [];
    return {
      ...{ operation: String(operation), tokenUrl: String(tokenUrl), from: Object.fromEntries(fields) },
      ...{ token: String(token), expiresAt: String(expiresAt), now: String(now) },
      header: (typeof scheme.name === 'string' ? scheme.name : 'authorization').toLowerCase(),
    };
  }
  return undefined;
}

/**
 * Whether forms write arrays and objects in PHP's brackets (`x-form-encoding: brackets`), as a client that exchanges tokens
 * does without codecs.
 */
export function hasBracketForms(document: OpenApi): boolean {
  return document['x-form-encoding'] === 'brackets';
}

/** The look-up that an operation declares for its writes, if any. */
export function readBackOf(extension: unknown): ReadBack | undefined {
  if (!isObject(extension) || typeof extension.operation !== 'string') return undefined;
  const { operation, from, done, each, before, result } = extension;
  return {
    operation,
    from: isObject(from) ? from : {},
    ...(Array.isArray(done) && { done: done.map(String) }),
    ...(typeof each === 'string' && { each }),
    ...(before === true && { before }),
    ...(typeof result === 'string' && { result }),
  };
}
