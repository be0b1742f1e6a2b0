/**
 * Types of `window.IMP` for pages that load the SDK themselves: `import 'iamport-kit/browser/global'`, or `types` in tsconfig.json.
 *
 * @module
 */
import type { Iamport } from './browser/sdk.js';

declare global {
  interface Window {
    /** The browser SDK of i'mport; undefined until its script has run. */
    IMP?: Iamport;
  }
}
