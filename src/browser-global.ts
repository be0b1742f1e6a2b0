/**
 * All of `iamport-kit/browser`, and the type of `window.IMP`: for pages that load the SDK themselves, and in place of
 * `iamport-typings`. Import it, or name it in `types` of tsconfig.json.
 *
 * @module
 */
import type { Iamport } from './browser/sdk.js';

export * from './browser.js';
export type { Iamport as default } from './browser/sdk.js';

declare global {
  interface Window {
    /** The browser SDK of i'mport; undefined until its script has run. */
    IMP?: Iamport;
  }
}
