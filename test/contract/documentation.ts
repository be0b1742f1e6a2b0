import { readFileSync } from 'node:fs';

import { globSync } from 'tinyglobby';

/** A block of code in the documentation. */
export interface Sample {
  readonly file: string;
  /** Language after the fence; empty when there is none. */
  readonly language: string;
  readonly code: string;
  /** Name of the file that it is, where samples import each other. */
  readonly title?: string;
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
  const blocks = text.matchAll(/^```(\w*)(?: title="([^"]+)")?[^\n]*\n(.*?)^```$/gms);
  return [...blocks].map(({ 1: language = '', 2: title, 3: code = '', index }) => ({
    file,
    language,
    code,
    ...(title !== undefined && { title }),
    line: text.slice(0, index).split('\n').length,
  }));
}

/** Every block of every page. */
export const SAMPLES: readonly Sample[] = PAGES.flatMap(samplesOf);
