import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';

import { beforeAll, expect, it } from 'vitest';

import { everyEntry } from '../../scripts/messages/every-entry.js';
import { codeUrl, DOCS_URL } from '../../scripts/report/docs-url.js';
import { builtPages, DIST, type BuiltPage } from './site.js';

/** Values of attributes of a page, entities read. */
function attributes(html: string, pattern: RegExp): string[] {
  return [...html.matchAll(pattern)].map(([, value = '']) => value.replaceAll('&amp;', '&').replaceAll('&#38;', '&'));
}

function fileOf(pathname: string): string {
  const name = decodeURIComponent(pathname);
  return path.join(DIST, name.endsWith('/') ? `${name}index.html` : name);
}

/** Every page of the documentation as it was built: links, weight, copies. */
export function describePages(): void {
  let pages: readonly BuiltPage[] = [];
  beforeAll(() => {
    pages = builtPages();
  });

  it('has the pages of both languages', () => {
    const addresses = pages.map(({ address }) => address).filter((address) => address !== '/404.html');
    const english = addresses.filter((address) => address.startsWith('/en/')).map((address) => address.slice(3));
    expect(addresses.filter((address) => !address.startsWith('/en/')).sort()).toEqual(english.sort());
    expect(english.length).toBeGreaterThan(400);
  });

  it('has no link that leads nowhere', () => {
    const ids = new Map(pages.map(({ address, html }) => [address, new Set(attributes(html, /\sid="([^"]+)"/g))]));
    const broken = pages.flatMap(({ address, html }) =>
      attributes(html, /\s(?:href|src)="([^"]+)"/g).flatMap((link) => {
        const { origin, pathname, hash } = new URL(link, `https://site.test${address}`);
        if (origin !== 'https://site.test') return [];
        if (!existsSync(fileOf(pathname)) || !statSync(fileOf(pathname)).isFile()) return [`${address} → ${link}`];
        const known = ids.get(pathname);
        const anchor = decodeURIComponent(hash.slice(1));
        const leads = anchor === '' || anchor === '_top' || known === undefined || known.has(anchor);
        return leads ? [] : [`${address} → ${link}: no such anchor`];
      }),
    );
    expect(broken).toEqual([]);
  });

  it('asks no other host for anything', () => {
    const asked = pages.flatMap(({ address, html }) =>
      attributes(html, /<(?:script|img|iframe|source|audio|video)[^>]*\ssrc="(https?:[^"]+)"/g)
        .concat(
          attributes(
            html,
            /<link[^>]*rel="(?:stylesheet|preload|modulepreload|icon|shortcut icon)"[^>]*href="(https?:[^"]+)"/g,
          ),
        )
        .filter((url) => !url.startsWith(DOCS_URL))
        .map((url) => `${address}: ${url}`),
    );
    expect(asked).toEqual([]);
  });

  it('has pages of at most 120 kB, compressed and with all that they load', () => {
    const sizes = new Map<string, number>();
    const sizeOf = (file: string): number => {
      const known = sizes.get(file) ?? gzipSync(readFileSync(file)).length;
      sizes.set(file, known);
      return known;
    };
    const heavy = pages
      .filter(({ address }) => !address.endsWith('/playground/'))
      .map(({ address, html }) => {
        const parts = [
          ...attributes(html, /<script[^>]*\ssrc="([^"]+)"/g),
          ...attributes(html, /<link[^>]*rel="(?:stylesheet|modulepreload)"[^>]*href="([^"]+)"/g),
        ];
        const loaded = [...new Set(parts)].map((link) =>
          sizeOf(fileOf(new URL(link, `https://site.test${address}`).pathname)),
        );
        return { address, kilobytes: (gzipSync(html).length + loaded.reduce((sum, size) => sum + size, 0)) / 1000 };
      });
    expect(heavy.filter(({ kilobytes }) => kilobytes > 120)).toEqual([]);
  });

  it('has a Markdown copy of every page, whose links lead to copies, and lists of them', () => {
    const copyOf = (address: string): string =>
      path.join(DIST, address === '/' || address === '/en/' ? `${address}index.md` : `${address.slice(0, -1)}.md`);
    const own = pages.filter(({ address }) => address.endsWith('/'));
    expect(own.filter(({ address }) => !existsSync(copyOf(address)))).toEqual([]);
    const broken = own.flatMap(({ address }) => {
      const text = readFileSync(copyOf(address), 'utf8');
      return [...text.matchAll(/\]\((\/[^)#\s]+)/g)].flatMap(([, link = '']) =>
        existsSync(path.join(DIST, link)) ? [] : [`${address} → ${link}`],
      );
    });
    expect(broken).toEqual([]);
    const listed = ['llms.txt', 'en/llms.txt'].flatMap((file) =>
      [...readFileSync(path.join(DIST, file), 'utf8').matchAll(/\]\((\/[^)]+\.md)\)/g)].map(([, link = '']) => link),
    );
    expect(listed).toHaveLength(own.length);
    expect(listed.filter((link) => !existsSync(path.join(DIST, link)))).toEqual([]);
  });

  it('has no marks of the search in pages or results', () => {
    const results = path.join(DIST, 'pagefind/fragment');
    const texts = [
      ...pages.map(({ html }) => html),
      ...readdirSync(results).map((file) => gunzipSync(readFileSync(path.join(results, file))).toString('utf8')),
    ];
    expect(texts.filter((text) => /\^\^[가-힣]/.test(text))).toEqual([]);
  });

  it('has no English of the plugin on Korean pages of operations, and a description on each', async () => {
    // The site is a package of its own, in JavaScript.
    const { KOREAN } = (await import(pathToFileURL(path.resolve('scripts/site/src/operation-words.mjs')).href)) as {
      KOREAN: Readonly<Record<string, string>>;
    };
    const korean = pages.filter(({ address }) => /^\/reference\/(?:(?:operations|webhooks)\/.+)?$/.test(address));
    expect(korean.length).toBeGreaterThan(80);
    const english = korean.flatMap(({ address, html }) => {
      const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
      const bare = main
        .replaceAll(/<(script|style|pre|code|svg)\b[\s\S]*?<\/\1>/g, '')
        .replaceAll(/<strong>[^<]*<\/strong>/g, '');
      return [...attributes(bare, />([^<>]+)</g), ...attributes(bare, /\saria-label="([^"]+)"/g)]
        .map((text) => text.trim())
        .filter(
          (text) => Object.hasOwn(KOREAN, text) || (/[A-Za-z]{2} [A-Za-z]{2}/.test(text) && !/[가-힣]/.test(text)),
        )
        .map((text) => `${address}: ${text}`);
    });
    expect(english).toEqual([]);
    const drawn = pages.filter(({ html }) => html.includes('sl-openapi-'));
    expect(drawn.filter(({ html }) => !/<meta name="description" content="[^"]{3,}"/.test(html))).toEqual([]);
  });

  it('has a page for every code, where `explain` and SARIF lead', () => {
    const missing = Object.keys(everyEntry()).flatMap((code) =>
      (['en', 'ko'] as const)
        .map((language) => codeUrl(code, language))
        .filter((url) => !existsSync(fileOf(new URL(url).pathname))),
    );
    expect(missing).toEqual([]);
  });
}
