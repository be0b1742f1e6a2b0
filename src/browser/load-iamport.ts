import { sdkOfPage, type Iamport } from './sdk.js';

/** Options of `loadIamport`. */
export interface LoadOptions {
  /** Merchant code from the console: `imp` and digits. */
  readonly userCode: string;
  /** Code of a sub-merchant: three capital letters or digits. */
  readonly tierCode?: string;
  /** `v1` for the latest 1.3, or an older version such as `1.2.1`, which needs jQuery. Default: `v1`. */
  readonly version?: string;
  /** URL of the script instead of the provider's, such as that of a sandbox. */
  readonly url?: string;
  /** Nonce of the page's Content-Security-Policy. */
  readonly nonce?: string;
  /** Default: 15,000. */
  readonly timeoutMs?: number;
}

/** The SDK could not be loaded. */
export class IamportLoadError extends Error {
  override readonly name = 'IamportLoadError';
}

/** The page's loading state. It survives hot reloads of this module, so the script loads and `init` runs only once. */
interface Loaded {
  readonly scripts: Map<string, Promise<Iamport>>;
  initialised?: string;
}

/** The DOM types that are used here, because not every project includes the DOM library. */
interface Page {
  readonly document?: {
    readonly head: { append: (script: PageScript) => void };
    createElement: (name: 'script') => PageScript;
  };
}

interface PageScript {
  src: string;
  async: boolean;
  nonce?: string;
  onload: (() => void) | null;
  onerror: (() => void) | null;
  remove: () => void;
}

const LOADED = Symbol.for('iamport-kit.loaded');

/**
 * Loads the SDK once, and calls `init`, or `agency` with a `tierCode`. If the page has already loaded the SDK, that
 * copy is used. After a failure the next call tries again.
 *
 * @throws {IamportLoadError} if the script is blocked, times out, or is not the SDK.
 */
export async function loadIamport(options: LoadOptions): Promise<Iamport> {
  // In a page, or on a server that renders one.
  const { document } = globalThis as unknown as Page;
  if (document === undefined)
    throw new IamportLoadError('loadIamport only works in a browser, not during server-side rendering.');
  const loaded = loadedOfPage();
  const url = options.url ?? urlOf(options.version ?? 'v1');
  const script = loaded.scripts.get(url) ?? existingSdk() ?? addScript(document, url, options);
  loaded.scripts.set(url, script);
  try {
    const sdk = await script;
    initialise(sdk, loaded, options);
    return sdk;
  } catch (error) {
    loaded.scripts.delete(url);
    throw error;
  }
}

function loadedOfPage(): Loaded {
  // Our own property, under a unique symbol.
  const page = globalThis as unknown as Record<symbol, Loaded | undefined>;
  const loaded = page[LOADED] ?? { scripts: new Map() };
  page[LOADED] = loaded;
  return loaded;
}

function urlOf(version: string): string {
  return version === 'v1' || version.startsWith('1.3')
    ? 'https://cdn.iamport.kr/v1/iamport.js'
    : `https://cdn.iamport.kr/js/iamport.payment-${encodeURIComponent(version)}.js`;
}

function existingSdk(): Promise<Iamport> | undefined {
  const sdk = sdkOfPage();
  return sdk === undefined ? undefined : Promise.resolve(sdk);
}

/** Prevents a second `init` with the same codes, which would create the frames of SDK 1.2 twice. */
function initialise(sdk: Iamport, loaded: Loaded, { userCode, tierCode }: LoadOptions): void {
  const shop = `${userCode} ${tierCode ?? ''}`;
  if (loaded.initialised === shop) return;
  if (tierCode === undefined) sdk.init(userCode);
  else sdk.agency(userCode, tierCode);
  loaded.initialised = shop;
}

function addScript(
  document: NonNullable<Page['document']>,
  url: string,
  { nonce, timeoutMs = 15_000 }: LoadOptions,
): Promise<Iamport> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    const fail = (why: string): void => {
      clearTimeout(timer);
      script.remove();
      reject(new IamportLoadError(`${url} ${why}`));
    };
    const timer = setTimeout(() => {
      fail(`did not load within ${timeoutMs} ms.`);
    }, timeoutMs);
    script.onload = () => {
      const sdk = sdkOfPage();
      if (sdk === undefined) {
        fail(
          `was loaded but did not define window.IMP. Check that the URL is the SDK; versions before 1.3 need jQuery first.`,
        );
        return;
      }
      clearTimeout(timer);
      resolve(sdk);
    };
    script.onerror = () => {
      fail('could not be loaded. Check the network, ad blockers, and script-src in the Content-Security-Policy.');
    };
    script.src = url;
    script.async = true;
    if (nonce !== undefined) script.nonce = nonce;
    document.head.append(script);
  });
}
