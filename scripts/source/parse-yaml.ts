import {
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  parseAllDocuments,
  visit,
  type Document,
  type Node,
  type Pair,
} from 'yaml';

import { finding } from '../messages/finding.js';
import type { Position, ReadDocument } from './document.js';
import { locatorOf, positionAt, type Found, type Locator } from './locate.js';
import { tooDeepInYaml } from './nesting.js';
import type { SourceText } from './parse-json.js';
import { refusal } from './refusal.js';
import { nameOf, parentOf, pointerOf } from '../json/pointer.js';

// How often aliases may repeat what they stand for; a few lines of them can stand for gigabytes.
const MOST_ALIASES = 100;

/** Parses all documents of a YAML text. Documents without any content are passed over, unless all of them are. */
export function parseYaml(source: SourceText): ReadDocument[] {
  const { file, text, firstLine } = source;
  const deep = tooDeepInYaml(text);
  if (deep !== undefined) return [refusal(file, 'depth', { position: positionAt(text, deep, firstLine), source })];
  // Pretty errors would quote the text.
  const parsed = parseAllDocuments(text, { prettyErrors: false });
  const documents = Array.isArray(parsed) ? parsed : [];
  const read = documents.flatMap((document, index) => {
    const start = documents[index - 1]?.range[2] ?? 0;
    const part = {
      file,
      text: text.slice(start, document.range[2]),
      firstLine: positionAt(text, start, firstLine).line,
    };
    return readOne(document, part, start);
  });
  return read.length > 0 ? read : [refusal(file, 'empty', { position: { line: firstLine, column: 1 } })];
}

function readOne(document: Document.Parsed, source: SourceText, start: number): ReadDocument[] {
  const { file, text, firstLine } = source;
  const positionOf = ({ pos }: { readonly pos: readonly [number, number] }): Position =>
    positionAt(text, pos[0] - start, firstLine);
  const error = document.errors.find(({ code }) => code !== 'DUPLICATE_KEY');
  if (error !== undefined)
    return [refusal(file, 'yaml', { position: positionOf(error), values: { error: error.code }, source })];
  if (document.contents === null || isNothing(document.contents)) return [];
  // All of them are duplicate keys by now; the rest of the document can be checked all the same.
  const pointers = pointersOfKeys(document, new Set(document.errors.map(({ pos }) => pos[0])));
  const duplicates = document.errors.map((each): ReadDocument => {
    const pointer = pointers.get(each.pos[0]) ?? '';
    const values = { name: nameOf(pointer), object: nameOf(parentOf(pointer)) };
    return { ok: false, diagnostic: finding('fixture/duplicate-key', { file, pointer, ...positionOf(each) }, values) };
  });
  const issue = aliasIssue(document);
  if (issue !== undefined) {
    const position = positionAt(text, issue.offset - start, firstLine);
    return [...duplicates, refusal(file, issue.problem, { position, source })];
  }
  const value = plainValue(document);
  if (value === undefined)
    return [...duplicates, refusal(file, 'aliases', { position: { line: firstLine, column: 1 }, source })];
  const locator = createYamlLocator(document, source, start);
  return [
    ...duplicates,
    { ok: true, document: { file, syntax: 'yaml', text, firstLine, value: value.value, ...locator } },
  ];
}

/** The pointers to the properties whose names begin at some offsets. */
function pointersOfKeys(document: Document.Parsed, offsets: ReadonlySet<number>): Map<number, string> {
  const pointers = new Map<number, string>();
  if (offsets.size === 0) return pointers;
  visit(document, {
    Pair: (_key, pair, ancestors) => {
      const offset = isScalar(pair.key) ? pair.key.range?.[0] : undefined;
      if (offset === undefined || !offsets.has(offset)) return;
      const path = [...ancestors, pair];
      const segments = path.flatMap((node, index) =>
        isPair(node) ? [keyText(node.key)] : isSeq(node) ? [String(node.items.indexOf(path[index + 1]))] : [],
      );
      pointers.set(offset, pointerOf(segments));
    },
  });
  return pointers;
}

/** An empty text, which YAML reads as null; a written `null` is a value. */
function isNothing(node: Node): boolean {
  return isScalar(node) && node.value === null && (node.range?.[0] ?? 0) === (node.range?.[1] ?? 0);
}

/** What a document says; undefined when its aliases make it too large. */
function plainValue(document: Document.Parsed): { readonly value: unknown } | undefined {
  try {
    return { value: document.toJS({ maxAliasCount: MOST_ALIASES }) };
  } catch {
    return undefined;
  }
}

interface AliasIssue {
  readonly problem: 'alias' | 'aliases';
  readonly offset: number;
}

/** The first alias that stands for nothing, or inside what it stands for. */
function aliasIssue(document: Document.Parsed): AliasIssue | undefined {
  const issues: AliasIssue[] = [];
  visit(document, {
    Alias: (_key, alias, ancestors) => {
      const target = alias.resolve(document);
      const isCircular = ancestors.some((ancestor) => ancestor === target);
      if (target !== undefined && !isCircular) return undefined;
      issues.push({ problem: isCircular ? 'aliases' : 'alias', offset: alias.range?.[0] ?? 0 });
      return visit.BREAK;
    },
  });
  return issues[0];
}

function createYamlLocator(document: Document.Parsed, { text, firstLine }: SourceText, start: number): Locator {
  return locatorOf(text, firstLine, (segments, place) => {
    let [node, key]: [unknown, unknown] = [document.contents, undefined];
    for (const segment of segments) {
      const child = childOf(document, node, segment);
      if (child === undefined) return { ...spanOf(node, start), isExact: false };
      [node, key] = [child.value, child.key];
    }
    return { ...spanOf(place === 'key' && key !== undefined ? key : node, start), isExact: true };
  });
}

function childOf(
  document: Document.Parsed,
  parent: unknown,
  segment: string,
): { key: unknown; value: unknown } | undefined {
  const node = isAlias(parent) ? parent.resolve(document) : parent;
  if (isSeq(node)) return segment in node.items ? { key: undefined, value: node.items[Number(segment)] } : undefined;
  if (!isMap(node)) return undefined;
  const pair = node.items.find((item: Pair) => keyText(item.key) === segment);
  // `key:` without a value has none to point at.
  return pair && { key: pair.key, value: pair.value ?? pair.key };
}

function keyText(key: unknown): string {
  return isScalar(key) ? String(key.value) : String(key);
}

function spanOf(node: unknown, start: number): Omit<Found, 'isExact'> {
  const range = isNode(node) ? node.range : undefined;
  return { offset: (range?.[0] ?? start) - start, length: (range?.[1] ?? start) - (range?.[0] ?? start) };
}
