import { ControlError } from '../model/control-error.js';
import { readFields, type Fields } from '../control/control-routes.js';
import type { Sandbox } from '../server/create-sandbox.js';
import { abandon, endCertification, endCheckout } from './end-routes.js';
import { openFromBrowser } from './open-routes.js';
import { certificationPage } from './pages/certification-page.js';
import { checkoutPage, endedPage } from './pages/checkout-page.js';
import { consolePage } from './pages/console-page.js';
import { demoPage } from './pages/demo-page.js';
import { htmlResponse } from './pages/html.js';
import { wishListPage } from './pages/wish-list-page.js';
import { noteUnmodelled, noteWishList } from './side-calls.js';

/** Reads a script or a style sheet of the sandbox by name; null if it does not exist. */
export type ReadAsset = (name: string) => Promise<string | null>;

/** What the routes of a browser need. */
export interface BrowserRoutes {
  readonly sandbox: Sandbox;
  readonly readAsset: ReadAsset;
}

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
};

/** Addresses of the SDK scripts: the second generation, and every version of the first. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/^\/v1\/iamport\.js$/, 'v1.js'],
  [/^\/js\/iamport\.payment(-1\.\d\.\d)?\.js$/, 'legacy.js'],
  [/^\/_sandbox\/assets\/([a-z0-9-]+\.(js|css))$/, '$1'],
];

/** Answers what browsers ask for: scripts, pages and their routes. Null when a path is not one of them. */
export async function serveBrowser({ sandbox, readAsset }: BrowserRoutes, request: Request): Promise<Response | null> {
  const url = new URL(request.url);
  const script = SCRIPTS.find(([path]) => path.test(url.pathname));
  if (script !== undefined) return serveAsset(readAsset, url.pathname.replace(script[0], script[1]));
  if (request.method === 'GET') return servePage(sandbox, url);
  const route = ROUTES[url.pathname];
  if (request.method !== 'POST' || route === undefined) return null;
  try {
    return answer(await route({ sandbox, base: url.origin, fields: await readFields(request) }));
  } catch (error) {
    if (error instanceof ControlError || error instanceof RangeError) return answer({ error: error.message }, 400);
    throw error;
  }
}

interface Ask {
  readonly sandbox: Sandbox;
  readonly base: string;
  readonly fields: Fields;
}

const ROUTES: Readonly<Record<string, (ask: Ask) => Promise<unknown>>> = {
  '/_sandbox/browser/open': ({ sandbox, base, fields }) => openFromBrowser(sandbox, base, fields),
  '/_sandbox/browser/abandon': ({ sandbox, fields }) => abandon(sandbox, fields),
  '/_sandbox/browser/unmodelled': ({ sandbox, fields }) => Promise.resolve(noteUnmodelled(sandbox, fields)),
  '/_sandbox/browser/end': ({ sandbox, fields }) => endCheckout(sandbox, fields),
  '/_sandbox/browser/certify': ({ sandbox, fields }) => endCertification(sandbox, fields),
};

function servePage(sandbox: Sandbox, { pathname, searchParams }: URL): Response | null {
  switch (pathname) {
    case '/_sandbox':
    case '/_sandbox/':
      return htmlResponse(consolePage());
    case '/_sandbox/demo':
      return htmlResponse(demoPage());
    case '/_sandbox/wish-list':
      noteWishList(sandbox, searchParams);
      return htmlResponse(wishListPage(searchParams.getAll('product')));
    case '/_sandbox/checkout':
    case '/_sandbox/certification':
      return serveWindow(sandbox, pathname, searchParams);
    default:
      return null;
  }
}

function serveWindow(sandbox: Sandbox, pathname: string, query: URLSearchParams): Response {
  const world = sandbox.service.worlds().get(query.get('key') ?? '');
  const impUid = query.get('imp_uid') ?? '';
  const language = query.get('lang') === 'en' ? 'en' : 'ko';
  const asked = query.get('mode');
  const mode = asked === 'popup' || asked === 'redirect' ? asked : 'iframe';
  const payment = world?.payments.get(impUid);
  const certification = world?.certifications.get(impUid);
  const window = { key: world?.key ?? '', mode, language } as const;
  if (pathname.endsWith('checkout') && payment?.wire.status === 'ready' && payment.wire.vbank_num === null)
    return htmlResponse(checkoutPage({ ...window, record: payment }));
  if (pathname.endsWith('certification') && certification?.state === 'pending')
    return htmlResponse(certificationPage({ ...window, record: certification }));
  return htmlResponse(endedPage(language), 410);
}

async function serveAsset(readAsset: ReadAsset, pathname: string): Promise<Response | null> {
  const name = pathname.split('/').at(-1) ?? '';
  const text = await readAsset(name);
  const type = TYPES[name.split('.').at(-1) ?? ''] ?? 'text/plain';
  return text === null ? null : new Response(text, { headers: { 'content-type': type, 'cache-control': 'no-store' } });
}

/** Shops on other origins may read the answers: the SDK runs on their pages. */
function answer(value: unknown, status = 200): Response {
  return Response.json(value, { status, headers: { 'access-control-allow-origin': '*', 'x-sandbox': '1' } });
}
