// Writes every page into src/content/docs, the sidebar, and Markdown copies with llms.txt into public/.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { apiPages } from './api.mjs';
import { drawDiagrams } from './diagrams.mjs';
import { operationsOf, readDocument } from './document.mjs';
import { withCalls } from './migration.mjs';
import { shownDocument } from './openapi.mjs';
import { operationPages, operationPath } from './operations.mjs';
import { SITE } from './paths.mjs';
import { schemaPages } from './schemas.mjs';
import { codesPage, errorsPage, findingPages, gatewaysPage, glossaryPage } from './tables.mjs';
import { LANGUAGES, TAGS, WORDS } from './words.mjs';

const DOCS = path.join(SITE, 'src/content/docs');
const PUBLIC = path.join(SITE, 'public');

/** Order of the guides in the sidebar. */
const GUIDES = [
  'first-payment',
  'verify',
  'webhooks',
  'virtual-accounts',
  'refunds',
  'subscriptions',
  'identity-verification',
  'reconciliation',
  'errors',
  'browser',
  'generate',
  'other-apis',
  'fixtures',
  'performance',
  'going-live',
  'migration',
  'architecture',
];

/** Writes everything; returns how many pages. */
export async function writePages() {
  rmSync(DOCS, { recursive: true, force: true });
  rmSync(PUBLIC, { recursive: true, force: true });
  cpSync(path.join(SITE, 'static'), PUBLIC, { recursive: true });
  const all = [];
  for (const language of Object.keys(LANGUAGES))
    all.push(...(await readPages(language)).map((page) => ({ ...page, language })));
  for (const page of all) if (!page.isDrawnElsewhere) writePage(page);
  writeCopies(all);
  writeData('sidebar', sidebar(all));
  for (const language of Object.keys(LANGUAGES)) writeData(`openapi.${language}`, shownDocument(contextOf(language)));
  const drawn = all.filter((page) => page.isDrawnElsewhere);
  const addressOf = ({ path: name, language }) => `/${LANGUAGES[language]}${name}/`;
  writeData('descriptions', Object.fromEntries(drawn.map((page) => [addressOf(page), page.description])));
  return all.length;
}

/** What the configuration and the middleware of Astro read. */
function writeData(name, value) {
  mkdirSync(path.join(SITE, 'src/generated'), { recursive: true });
  writeFileSync(path.join(SITE, `src/generated/${name}.json`), JSON.stringify(value, null, 2));
}

function contextOf(language) {
  return { language, document: readDocument(language), words: WORDS[language], up: '../../', writes };
}

/** Every page of a language, not written yet. */
export async function readPages(language) {
  const context = contextOf(language);
  return [
    ...handWritten(language),
    ...operationPages(context),
    ...schemaPages(context),
    codesPage(context),
    await gatewaysPage(context),
    ...(await findingPages(context)),
    errorsPage(context),
    await glossaryPage(context),
    ...apiPages(context),
  ];
}

/** What a sample adds to the example of the document: our `cancel` asks for the extent. */
function writes(id) {
  return id === 'cancelPayment' ? { full: true } : {};
}

function handWritten(language) {
  const folder = path.join(SITE, 'pages', language);
  return readdirSync(folder, { recursive: true })
    .filter((file) => /\.mdx?$/.test(file))
    .map((file) => {
      const text = readFileSync(path.join(folder, file), 'utf8');
      const [, head = '', written = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
      const body = withCalls(written);
      const read = (name) => new RegExp(`^${name}: (.*)$`, 'm').exec(head)?.[1]?.replace(/^['"]|['"]$/g, '') ?? '';
      return {
        path: file.replace(/\.mdx?$/, '').replace(/(^|\/)index$/, ''),
        title: read('title'),
        description: read('description'),
        body,
        head,
        isMdx: file.endsWith('.mdx'),
      };
    });
}

function writePage({ path: name, title, description, body, head, isMdx, language }) {
  const file = path.join(DOCS, LANGUAGES[language], `${name === '' ? 'index' : name}.${isMdx ? 'mdx' : 'md'}`);
  mkdirSync(path.dirname(file), { recursive: true });
  const front =
    head ??
    [
      `title: ${JSON.stringify(title)}`,
      `description: ${JSON.stringify(description ?? '')}`,
      // Else capitals and dots of a code would not be in the address.
      ...(name.startsWith('reference/findings/') ? [`slug: ${JSON.stringify(LANGUAGES[language] + name)}`] : []),
    ].join('\n');
  writeFileSync(file, `---\n${front}\n---\n\n${drawDiagrams(body, title)}`);
}

/** `…/page.md` beside every `…/page/`, and llms.txt with the list of all. */
function writeCopies(pages) {
  for (const { path: name, title, body, language } of pages) {
    const file = path.join(PUBLIC, LANGUAGES[language], `${name === '' ? 'index' : name}.md`);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, `# ${title}\n\n${withAbsoluteLinks(withoutMarkup(body), name, language).trim()}\n`);
  }
  for (const [language, prefix] of Object.entries(LANGUAGES)) {
    const own = pages.filter((page) => page.language === language);
    const line = ({ path: name, title, description }) =>
      `- [${title}](/${prefix}${name === '' ? 'index' : name}.md)${description ? `: ${description}` : ''}`;
    const part = (title, list) => `## ${title}\n\n${list.map(line).join('\n')}\n`;
    const isGuide = ({ path: name }) => !name.startsWith('reference/');
    const { guides, reference } = WORDS[language];
    writeFileSync(
      path.join(PUBLIC, prefix, 'llms.txt'),
      `# iamport-kit\n\n> ${own.find(({ path: name }) => name === '')?.description ?? ''}\n\n${part(guides, own.filter(isGuide))}\n${part(
        reference,
        own.filter((page) => !isGuide(page)),
      )}`,
    );
  }
}

/** Imports, components of MDX and marks of the language are nothing to read. */
function withoutMarkup(body) {
  return body
    .replaceAll(/^import .*\n/gm, '')
    .replaceAll(/^<[A-Z][^>]*\/>\n/gm, '')
    .replaceAll(/^<div lang="en">\n\n|^<\/div>\n\n/gm, '');
}

/** Links of a page are relative to its folder; a copy is a file beside it. */
function withAbsoluteLinks(body, name, language) {
  const base = `https://x/${LANGUAGES[language]}${name === '' ? '' : `${name}/`}`;
  return body.replaceAll(/\]\((\.{1,2}\/[^)\s]*)\)/g, (_all, link) => {
    const { pathname, hash } = new URL(link, base);
    return `](${pathname === '/' || pathname === '/en/' ? `${pathname}index` : pathname.replace(/\/$/, '')}.md${hash})`;
  });
}

function sidebar(pages) {
  const entry = (name, titles) => ({
    link: name === '' ? '/' : `/${name}/`,
    label: titles.ko,
    translations: { en: titles.en },
  });
  const titlesOf = (name) =>
    Object.fromEntries(
      Object.keys(LANGUAGES).map((language) => [
        language,
        pages.find((page) => page.path === name && page.language === language)?.title ?? name,
      ]),
    );
  const group = (key, items, collapsed = false) => ({
    label: WORDS.ko[key],
    translations: { en: WORDS.en[key] },
    items,
    collapsed,
  });
  const operations = operationsOf(readDocument('ko'));
  const tags = Object.entries(TAGS).filter(([tag]) => operations.some((each) => each.tag === tag));
  const guides = GUIDES.filter((name) => pages.some((page) => page.path === `guides/${name}`));
  const missing = pages.filter((page) => page.path.startsWith('guides/') && !GUIDES.includes(page.path.slice(7)));
  if (missing.length > 0) throw new Error(`no place in the sidebar for ${missing.map((page) => page.path).join(', ')}`);
  return [
    group(
      'guides',
      guides.map((name) => entry(`guides/${name}`, titlesOf(`guides/${name}`))),
    ),
    ...(pages.some((page) => page.path === 'playground') ? [entry('playground', titlesOf('playground'))] : []),
    group('operations', [
      entry('reference', { ko: WORDS.ko.overview, en: WORDS.en.overview }),
      entry('reference/operations', { ko: WORDS.ko.everyOperation, en: WORDS.en.everyOperation }),
      ...tags.map(([tag, titles]) => ({
        label: titles.ko,
        translations: { en: titles.en },
        collapsed: true,
        items: operations
          .filter((each) => each.tag === tag)
          .map((each) => entry(operationPath(each), titlesOf(operationPath(each)))),
      })),
    ]),
    group(
      'reference',
      ['schemas', 'codes', 'gateways', 'findings', 'errors', 'api', 'glossary'].map((name) =>
        entry(`reference/${name}`, titlesOf(`reference/${name}`)),
      ),
    ),
  ];
}
