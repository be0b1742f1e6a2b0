import { readFileSync } from 'node:fs';

import { globSync } from 'tinyglobby';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

interface Term {
  readonly en: string;
  readonly ko: string;
  readonly not: readonly string[];
  readonly note?: string;
}

// One Korean term for each thing, wherever people read Korean.

const terms = parse(readFileSync('spec/glossary.yaml', 'utf8')) as readonly Term[];

/** Texts that other programs sent or expect, word for word. */
const QUOTED = [/`[^`]*`/g, /결제 창 호출에 실패하였습니다/g];

const pages = ['README.ko.md', 'spec/overlays/ko.yaml', ...globSync('scripts/site/pages/ko/**/*.{md,mdx,yaml}')];

/** Sources whose Korean is for people: messages, rules, flags, gateways' invariants. */
const sources = globSync('scripts/**/*.ts', { ignore: ['**/dist/**', '**/node_modules/**', 'scripts/site/**'] });

/** Texts with Hangul in a source. */
function koreanIn(file: string): string {
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      texts.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest));
  return texts.filter((text) => /\p{Script=Hangul}/u.test(text)).join('\n');
}

function faultsIn(text: string): string[] {
  const plain = QUOTED.reduce((rest, pattern) => rest.replaceAll(pattern, ' '), text).replaceAll(/\s+/g, ' ');
  return terms.flatMap(({ ko, not }) =>
    not.flatMap((pattern) =>
      [...plain.matchAll(new RegExp(pattern, 'g'))].map(({ 0: found, index }) => {
        const around = plain.slice(Math.max(0, index - 20), index + 20);
        return `${found} → ${ko}: …${around}…`;
      }),
    ),
  );
}

describe('the glossary', () => {
  it('has each term once', () => {
    expect(new Set(terms.map(({ ko }) => ko)).size).toBe(terms.length);
    expect(new Set(terms.map(({ en }) => en)).size).toBe(terms.length);
  });

  it.each(terms)('does not refuse its own term $ko', ({ ko, not }) => {
    expect(not.filter((pattern) => new RegExp(pattern).test(ko))).toEqual([]);
  });

  it('finds what it should', () => {
    expect(faultsIn('가맹점이 정한 주문 번호')).toHaveLength(2);
    expect(faultsIn('PG사의 가맹점 번호, 하위 가맹점, 가맹점 식별코드, 고객사 주문번호')).toEqual([]);
  });
});

it.each(pages)('%s keeps to the glossary', (file) => {
  expect(faultsIn(readFileSync(file, 'utf8'))).toEqual([]);
});

it('the messages and the sandbox keep to the glossary', () => {
  const faults = sources.flatMap((file) => faultsIn(koreanIn(file)).map((fault) => `${file}: ${fault}`));
  expect(faults).toEqual([]);
});
