import { readFileSync } from 'node:fs';

import { globSync } from 'tinyglobby';

/** A block of code in the documentation. */
export interface Sample {
  readonly file: string;
  /** Language after the fence; empty when there is none. */
  readonly language: string;
  readonly code: string;
  /** Line of the fence. */
  readonly line: number;
}

/** The READMEs, and the hand-written pages of the site in both languages. */
export const PAGES: readonly string[] = [
  'README.md',
  'README.ko.md',
  ...globSync('scripts/site/pages/**/*.{md,mdx}').sort(),
];

/** Every block of code of a page. */
export function samplesOf(file: string): readonly Sample[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/^```(\w*)[^\n]*\n(.*?)^```$/gms)].map(({ 1: language = '', 2: code = '', index }) => ({
    file,
    language,
    code,
    line: text.slice(0, index).split('\n').length,
  }));
}

/** Every block of every page. */
export const SAMPLES: readonly Sample[] = PAGES.flatMap(samplesOf);
