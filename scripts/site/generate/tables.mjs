// Gateways, codes, findings, kinds of error, glossary.
import { readFileSync } from 'node:fs';

import { blocks, fence, prose, table } from './markdown.mjs';
import { ROOT } from './paths.mjs';
import { FACTS, FEATURES, KINDS } from './words.mjs';

/** What each gateway can do. */
export async function gatewaysPage({ words, language }) {
  const { GATEWAYS, payMethodsOf } = await import(`${ROOT}/dist/generated/gateways.js`);
  const shown = (value) => {
    if (typeof value === 'boolean') return { en: ['no', 'yes'], ko: ['아니요', '예'] }[language][Number(value)];
    if (Array.isArray(value)) return value.map(shown).join(', ');
    if (value === null || typeof value !== 'object') return FACTS[value]?.[language] ?? String(value);
    return Object.entries(value)
      .map(([name, each]) => `${name}: ${shown(each)}`)
      .join(', ');
  };
  const cellText = (fact) =>
    fact === undefined ? '' : fact.value === null ? '?' : shown(fact.value) + (fact.confidence === 'high' ? '' : '?');
  const sections = Object.entries(GATEWAYS).map(([code, facts]) => {
    const rows = Object.entries(FEATURES).flatMap(([name, title]) => {
      const fact = factOf(facts, name);
      return fact === undefined ? [] : [[title[language], cellText(fact)]];
    });
    const name = factOf(facts, 'name')?.value ?? '';
    return [
      `## ${code}`,
      `${name}${facts.legacy ? ` (${words.legacy})` : ''}`,
      table(
        [words.feature, ''],
        [[words.payMethods, payMethodsOf(code).map(cellText).join(', ')], ...rows].filter(([, text]) => text !== ''),
      ),
    ];
  });
  return {
    path: 'reference/gateways',
    title: words.gateways,
    description: words.gatewaysText,
    body: blocks(words.gatewaysNote, sections),
  };
}

function factOf(facts, name) {
  return facts.features?.[name] ?? facts[name];
}

/** Enumerations and code tables. */
export function codesPage({ document, words }) {
  const enums = new Map();
  const visit = (node) => {
    if (node === null || typeof node !== 'object') return;
    if (node['x-enum-name'] && node['x-enumDescriptions'] && !enums.has(node['x-enum-name']))
      enums.set(node['x-enum-name'], node['x-enumDescriptions']);
    Object.values(node).forEach(visit);
  };
  visit(document.components);
  visit(document.paths);
  const tables = Object.entries(document['x-code-tables'] ?? {});
  const rowsOf = (codes) =>
    Object.entries(codes)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([value, text]) => [
        `\`${value}\``,
        typeof text === 'string' ? text : (text.name ?? text.title ?? JSON.stringify(text)),
      ]);
  return {
    path: 'reference/codes',
    title: words.codes,
    description: words.codesText,
    body: blocks(
      words.codesText,
      tables.map(([name, { title, source, codes }]) => [
        `## ${name}`,
        prose(title),
        `${words.source}: ${prose(source)}`,
        table([words.value, words.meaning], rowsOf(codes)),
      ]),
      [...enums]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, labels]) => [`## ${name}`, table([words.value, words.meaning], rowsOf(labels))]),
    ),
  };
}

/** One page for each code of a finding, and one with the list of all. */
export async function findingPages({ words, language }) {
  const { everyEntry } = await import(`${ROOT}/scripts/dist/messages/every-entry.js`);
  const entries = Object.entries(everyEntry()).sort(([a], [b]) => (a < b ? -1 : 1));
  const list = {
    path: 'reference/findings',
    title: words.findings,
    description: words.findingsText.split('`').join(''),
    body: blocks(
      words.findingsText,
      table(
        [words.code, words.severity, words.meaning],
        entries.map(([code, entry]) => [`[\`${code}\`](./${code}/)`, words[entry.severity], entry.title[language]]),
      ),
    ),
  };
  const pages = entries.map(([code, { severity, title, cause, fix }]) => ({
    path: `reference/findings/${code}`,
    title: code,
    description: title[language],
    body: blocks(
      `**${prose(title[language])}** · ${words[severity]}`,
      `## ${words.why}`,
      prose(cause[language]),
      `## ${words.fix}`,
      prose(fix[language]),
      `## ${words.suppress}`,
      fence('sh', `npx iamport-kit validate fixtures --rule ${code}=off`),
    ),
  }));
  return [list, ...pages];
}

/** Every `kind` of error. A kind without a text, or a text without a kind, stops the build. */
export function errorsPage({ words, language }) {
  const source = readFileSync(`${ROOT}/src/client/errors.ts`, 'utf8');
  const [, union = ''] = /type IamportErrorKind =([^;]+);/.exec(source) ?? [];
  const kinds = [...union.matchAll(/'(\w+)'/g)].map(([, kind]) => kind);
  const strange = [
    ...kinds.filter((kind) => !KINDS[kind]),
    ...Object.keys(KINDS).filter((kind) => !kinds.includes(kind)),
  ];
  if (strange.length > 0)
    throw new Error(`generate/words.mjs and src/client/errors.ts differ in ${strange.join(', ')}`);
  return {
    path: 'reference/errors',
    title: words.errors,
    description: words.errorsText.split('`').join(''),
    body: blocks(
      words.errorsText,
      kinds.map((kind) => [`## ${kind}`, KINDS[kind][language][0], `${words.fix}: ${KINDS[kind][language][1]}`]),
    ),
  };
}

/** One Korean term for each thing. */
export async function glossaryPage({ words, language }) {
  const { parse } = await import('yaml');
  const terms = parse(readFileSync(`${ROOT}/spec/glossary.yaml`, 'utf8'));
  const text = {
    en: 'The Korean terms of this documentation and of every message, and their English equivalents.',
    ko: '이 문서와 모든 메시지에서 쓰는 용어입니다.',
  }[language];
  return {
    path: 'reference/glossary',
    title: words.glossary,
    description: text,
    body: blocks(
      text,
      table(
        ['한국어', 'English', ''],
        terms.map(({ ko, en, note }) => [ko, en, note ?? '']),
      ),
    ),
  };
}
