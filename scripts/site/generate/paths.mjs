import { fileURLToPath } from 'node:url';

/** Root of the repository, and of the site. */
export const ROOT = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');
export const SITE = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');
