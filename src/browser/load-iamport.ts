import { sdkOfPage, type Iamport } from './sdk.js';

/** Where the SDK comes from, and whose page it is. */
export interface LoadOptions {
  /** The shop's code, from the console: `imp` and digits. */
  readonly userCode: string;
  /** Code of a sub-merchant, three capital letters or digits. */
  readonly tierCode?: string;
  /** `v1` for the newest 1.3, or an older one such as `1.2.1`, which needs jQuery. Default: `v1`. */
  readonly version?: string;
  /** Address of the script, instead of the provider's, such as a sandbox's. */
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

/** What this page has loaded. It outlives hot reload of this module, so the script is loaded and `init` called once. */
interface Loaded {
  readonly scripts: Map<string, Promise<Iamport>>;
  initialised?: string;
}

/** The parts of a page that are used here; the DOM's own types are not there in every project. */
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
 * Loads the SDK once, waits for it, and calls `init`, or `agency` with a `tierCode`. A script that the page has loaded itself is
 * used as it is. After a failure the next call tries again.
 *
 * @throws {IamportLoadError} when the script is blocked, does not arrive in time, or is something else.
 */
export async function loadIamport(options: LoadOptions): Promise<Iamport> {
  // A page, or a server that renders one.
  const { document } = globalThis as unknown as Page;
  if (document === undefined)
    throw new IamportLoadError('loadIamport needs a page: call it in the browser, not while rendering on a server.');
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
  // A property of our own, by a symbol that nothing else has.
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

/** A second `init` of the same shop opens the frames of SDK 1.2 twice. */
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
      fail(`did not arrive within ${timeoutMs} ms.`);
    }, timeoutMs);
    script.onload = () => {
      const sdk = sdkOfPage();
      if (sdk === undefined) {
        fail(
          `is loaded, but window.IMP is not there: is it the script of the SDK? Versions before 1.3 need jQuery first.`,
        );
        return;
      }
      clearTimeout(timer);
      resolve(sdk);
    };
    script.onerror = () => {
      fail(
        'could not be loaded. Is the network up, does an ad blocker stop it, and does the Content-Security-Policy allow it in script-src?',
      );
    };
    script.src = url;
    script.async = true;
    if (nonce !== undefined) script.nonce = nonce;
    document.head.append(script);
  });
}
