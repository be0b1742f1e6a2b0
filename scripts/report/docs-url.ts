import type { Language } from '../messages/entry.js';

/** Where the documentation is: the pages that `npm run site` builds. */
export const DOCS_URL = 'https://iamport-kit.github.io/';

/** Page about a code: what it means, why, and what to do. */
export function codeUrl(code: string, language: Language): string {
  return `${DOCS_URL}${language === 'en' ? 'en/' : ''}reference/findings/${code}/`;
}
