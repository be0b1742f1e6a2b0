import { readFileSync } from 'node:fs';

import { compileScript, parse } from 'vue/compiler-sfc';

/** The samples of the guide to the browser SDK, by their file names; a component of Vue as TypeScript, template included. */
export function readSamples(language: 'en' | 'ko' = 'en'): Map<string, string> {
  const guide = readFileSync(`scripts/site/pages/${language}/guides/browser.md`, 'utf8');
  const blocks = [...guide.matchAll(/^```\w+ title="(\S+)"\n(.*?)^```$/gms)];
  return new Map(
    blocks.map(([, name = '', code = '']) =>
      name.endsWith('.vue') ? [`${name}.ts`, toTypeScript(code)] : [name, code],
    ),
  );
}

function toTypeScript(component: string): string {
  const { descriptor, errors } = parse(component);
  if (errors.length > 0) throw new Error(errors.join('\n'));
  return compileScript(descriptor, { id: 'sample', inlineTemplate: true }).content;
}
