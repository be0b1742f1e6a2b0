import { createRequire } from 'node:module';

/**
 * Loads a large CommonJS package. `import` reads the whole of it twice first, to find out what it is and what it exports:
 * for the 9 MB of TypeScript that takes longer than running them.
 */
export const requirePackage: (name: string) => unknown = createRequire(import.meta.url);
