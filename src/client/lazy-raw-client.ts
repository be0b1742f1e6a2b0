import type { Client as FetchClient } from 'openapi-fetch';

import type { CallContext } from './call-context.js';

const METHODS = 'GET PUT POST DELETE OPTIONS HEAD PATCH TRACE request'.split(' ');

/**
 * Creates the raw client on first use: most programs never use it, and openapi-fetch is a third of the client's size.
 */
export function createLazyRawClient<Paths extends object>(context: CallContext): FetchClient<Paths> {
  let client: Promise<Functions> | undefined;
  const load = (): Promise<Functions> => {
    client ??= import('./raw-client.js').then(({ createRawClient }) => {
      // The client is an object of functions.
      return createRawClient<Paths>(context) as unknown as Functions;
    });
    return client;
  };
  const later =
    (name: string) =>
    async (...parameters: unknown[]): Promise<unknown> =>
      (await load())[name]?.(...parameters);
  const methods = Object.fromEntries(METHODS.map((name) => [name, later(name)]));
  // Later calls run after these, since all of them wait for the same promise.
  const registrations = { use: later('use'), eject: later('eject') };
  // The same functions; those without a result return a promise instead.
  return { ...methods, ...registrations } as unknown as FetchClient<Paths>;
}

type Functions = Readonly<Record<string, (...parameters: unknown[]) => unknown>>;
