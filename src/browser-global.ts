/**
 * All of `iamport-kit/browser`, plus the type of `window.IMP`, for pages that load the SDK themselves. Replaces
 * `iamport-typings`. Import it, or add it to `types` in tsconfig.json.
 *
 * @module
 */
import type { Iamport } from './browser/sdk.js';

export * from './browser.js';
export type { Iamport as default } from './browser/sdk.js';

declare global {
  interface Window {
    /** The i'mport browser SDK; undefined until its script has run. */
    IMP?: Iamport;
  }
}
