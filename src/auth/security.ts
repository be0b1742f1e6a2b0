import type { Authorization, Credential } from '../client/authorization.js';
import { IamportError } from '../client/errors.js';
import { escapeAll } from '../client/parameter-style.js';

/** One of the document's `securitySchemes`. */
export interface SecurityScheme {
  readonly type: 'apiKey' | 'http' | 'oauth2' | 'openIdConnect' | 'mutualTLS';
  /** `header`, `query` or `cookie`, and the name there, of an API key. */
  readonly in?: string;
  readonly name?: string;
  /** `bearer`, `basic` or another scheme of HTTP, in lower case. */
  readonly scheme?: string;
}

/** Passed to a function that provides a credential. */
export interface AuthRequest {
  /** Whether the server has rejected the last one, so that a new one is needed. */
  readonly refresh: boolean;
}

/** A key or token, or a function that returns one. The function runs for every call, and once more after HTTP 401. */
export type TokenAuth = string | ((request: AuthRequest) => string | Promise<string>);

/** User name and password. */
export interface BasicCredentials {
  readonly username: string;
  readonly password: string;
}

/** User name and password, or a function that returns them. */
export type BasicAuth = BasicCredentials | ((request: AuthRequest) => BasicCredentials | Promise<BasicCredentials>);

/** What a client can authorize calls with. */
export interface Security {
  readonly schemes: Readonly<Record<string, SecurityScheme>>;
  /** By name of the scheme. */
  readonly auth: Readonly<Record<string, unknown>>;
  /** Origins that credentials may go to. */
  readonly origins: readonly string[];
  /** Requirements of operations that the document does not have. */
  readonly fallback: Requirements;
}

/** Names of schemes. All schemes of one list are required; an empty list requires none. */
type Requirements = readonly (readonly string[])[];

interface Chosen extends Credential {
  readonly names: readonly string[];
}

/**
 * Authorizes each operation with the first of its requirements that the given credentials meet. Without any it sends
 * nothing where the document allows that.
 *
 * @throws {IamportError} `kind: 'input'` for credentials of a scheme that the document does not have, or that are empty.
 */
export function createSecurity(security: Security): Authorization {
  for (const [name, value] of Object.entries(security.auth)) {
    if (!Object.hasOwn(security.schemes, name)) {
      const known = Object.keys(security.schemes).join(', ');
      throw refusal(`unknown security scheme auth.${name.slice(0, 40)}; expected one of: ${known}`);
    }
    if (typeof value !== 'function' && value !== undefined) partOf(security, name, value);
  }
  return {
    secrets: [],
    get: (row) => credentialFor(choose(row?.security ?? security.fallback, security), security, { refresh: false }),
    replace: (refused) => {
      const names = 'names' in refused && Array.isArray(refused.names) ? refused.names.map(String) : [];
      const canChange = names.some((name) => typeof ownOf(security.auth, name) === 'function');
      return Promise.resolve(canChange ? credentialFor(names, security, { refresh: true }) : refused);
    },
  };
}

function choose(requirements: Requirements, { auth, schemes }: Security): readonly string[] {
  const isMet = (name: string): boolean =>
    ownOf(schemes, name)?.type === 'mutualTLS' || ownOf(auth, name) !== undefined;
  const met = requirements.find((names) => names.length > 0 && names.every(isMet));
  if (met !== undefined) return met;
  if (requirements.length === 0 || requirements.some((names) => names.length === 0)) return [];
  const wanted = requirements.map((names) => names.map((name) => `auth.${name}`).join(' with ')).join(' or ');
  throw refusal(`it needs ${wanted}`);
}

function credentialFor(
  names: readonly string[],
  security: Security,
  request: AuthRequest,
): Credential | Promise<Credential> {
  const sources = names.map((name) => ownOf(security.auth, name));
  if (!sources.some((source) => typeof source === 'function')) return combine(names, sources, security);
  const values = sources.map((source): unknown => (isSource(source) ? source(request) : source));
  return Promise.all(values).then((given) => combine(names, given, security));
}

function isSource(source: unknown): source is (request: AuthRequest) => unknown {
  return typeof source === 'function';
}

function combine(names: readonly string[], values: readonly unknown[], security: Security): Chosen {
  const parts = names.map((name, index) => partOf(security, name, values[index]));
  const headers = Object.fromEntries(parts.flatMap((part) => Object.entries(part.headers ?? {})));
  const query = parts.flatMap((part) => part.query ?? []);
  const cookies = parts.flatMap((part) => part.cookie ?? []);
  const apply: Credential['apply'] = (url, given) => {
    const isEmpty = parts.every(({ secrets }) => secrets.length === 0);
    if (!isEmpty && !security.origins.includes(new URL(url).origin)) {
      throw refusal(`credentials do not go to ${new URL(url).origin}; trustedOrigins does not name it`);
    }
    const cookie = [...(given.cookie === undefined ? [] : [given.cookie]), ...cookies].join('; ');
    return {
      url: query.reduce((whole, pair) => `${whole}${whole.includes('?') ? '&' : '?'}${pair}`, url),
      headers: { ...given, ...headers, ...(cookie !== '' && { cookie }) },
    };
  };
  return { names, headers, secrets: parts.flatMap(({ secrets }) => secrets), apply };
}

interface Part {
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly cookie?: string;
  readonly secrets: readonly string[];
}

/** What one scheme adds to a request. */
function partOf({ schemes }: Security, name: string, value: unknown): Part {
  const { type, in: place, name: field = '', scheme = 'bearer' } = ownOf(schemes, name) ?? { type: 'mutualTLS' };
  if (type === 'mutualTLS') return { secrets: [] };
  if (type === 'http' && scheme === 'basic') return basic(name, value);
  const text = checkText(name, value);
  const secrets = [text];
  if (type !== 'apiKey') {
    // The registered spelling; servers compare it without case, but not all.
    const word = scheme === 'bearer' ? 'Bearer' : scheme;
    return { headers: { authorization: `${word} ${text}` }, secrets };
  }
  const pair = `${escapeAll(field)}=${escapeAll(text)}`;
  if (place === 'query') return { query: pair, secrets };
  return place === 'cookie' ? { cookie: pair, secrets } : { headers: { [field.toLowerCase()]: text }, secrets };
}

function basic(name: string, value: unknown): Part {
  const { username, password }: Partial<Record<string, unknown>> =
    typeof value === 'object' && value !== null ? value : {};
  if (typeof username !== 'string' || typeof password !== 'string' || username.includes(':')) {
    throw refusal(`auth.${name} must be { username, password }, without a colon in the user name`);
  }
  const bytes = new TextEncoder().encode(`${username}:${password}`);
  const encoded = btoa(String.fromCharCode(...bytes));
  return { headers: { authorization: `Basic ${encoded}` }, secrets: [encoded, username, password] };
}

function checkText(name: string, value: unknown): string {
  if (typeof value === 'string' && /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/.test(value)) return value;
  throw refusal(`auth.${name} must be text of printable ASCII characters, and not empty`);
}

/** A scheme may be called `constructor`, which every object has. */
function ownOf<Value>(record: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

function refusal(why: string): IamportError {
  return new IamportError('input', why);
}
