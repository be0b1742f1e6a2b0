import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { expect, it } from 'vitest';

import type { Sample } from '../contract/documentation.js';
import { problemsOf } from '../contract/documentation-types.js';

/** The code on the pages of the reference. */
export function describeSamples(): void {
  it('the sample of every operation in the reference compiles', async () => {
    const load = (file: string): Promise<unknown> =>
      import(pathToFileURL(path.resolve('scripts/site/generate', file)).href) as Promise<unknown>;
    // The site is a package of its own, in JavaScript.
    const { readPages } = (await load('write-pages.mjs')) as {
      readPages: (language: string) => Promise<readonly { readonly path: string; readonly body: string }[]>;
    };
    const samples = (await readPages('en'))
      .filter((page) => page.path.startsWith('reference/operations/'))
      .flatMap((page): Sample[] =>
        [...page.body.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code = '']) => ({
          file: page.path,
          language: 'ts',
          line: 1,
          code,
        })),
      );
    expect(samples.length).toBeGreaterThan(80);
    expect(problemsOf(true, samples)).toEqual([]);
  }, 240_000);
}
