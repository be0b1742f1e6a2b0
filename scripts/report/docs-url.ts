import type { Language } from '../messages/entry.js';

/** Base URL of the documentation that `npm run site` builds. */
export const DOCS_URL = 'https://iamport-kit.github.io/';

/** URL of the page about a code. */
export function codeUrl(code: string, language: Language): string {
  return `${DOCS_URL}${language === 'en' ? 'en/' : ''}reference/findings/${code}/`;
}
