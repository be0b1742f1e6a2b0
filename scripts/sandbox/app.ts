import { serveBrowser, type ReadAsset } from './browser/browser-routes.js';
import { serveControl, type Control } from './control/control-routes.js';
import type { FaultyAnswer } from './server/apply-fault.js';
import type { Sandbox } from './server/create-sandbox.js';
import { serveApi } from './server/serve-api.js';

/** Answers requests to the API, for scripts and pages, and to the control API. */
export type App = (request: Request) => Promise<FaultyAnswer>;

/** What an application is made of. */
export interface AppParts {
  readonly sandbox: Sandbox;
  readonly readAsset: ReadAsset;
  /** Names that a request may call this server by, without a port; any name when missing. */
  readonly hosts?: readonly string[];
}

/** Everything that a sandbox serves, as one function. */
export function createApp({ sandbox, readAsset, hosts }: AppParts): App {
  const control: Control = { sandbox, snapshots: new Map() };
  return async (request) => {
    const url = new URL(request.url);
    if (hosts !== undefined && !hosts.includes(url.hostname)) return forbidden(`this sandbox is not ${url.hostname}`);
    const page = await serveBrowser({ sandbox, readAsset }, request);
    if (page !== null) return page;
    if (!url.pathname.startsWith('/_sandbox/')) return serveApi(sandbox.service, request);
    if (isForeign(request, url)) return forbidden('pages of other origins may not control this sandbox');
    return (
      (await serveControl(control, request)) ?? Response.json({ error: `not found: ${url.pathname}` }, { status: 404 })
    );
  };
}

/** A page of another origin sent the request: it could make the sandbox send requests to this machine. */
function isForeign(request: Request, { origin }: URL): boolean {
  const from = request.headers.get('origin');
  return from !== null && from !== origin;
}

function forbidden(error: string): Response {
  return Response.json({ error }, { status: 403, headers: { 'x-sandbox': '1' } });
}
