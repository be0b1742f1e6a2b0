/** Where the program is described. */
export const DOCS_URL = 'https://www.npmjs.com/package/@iamport-kit/cli';
