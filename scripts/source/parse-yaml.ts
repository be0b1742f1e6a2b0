import { isMap, isNode, isScalar, isSeq, parseAllDocuments, type Document, type Node } from 'yaml';

import { finding } from '../messages/finding.js';
import type { ReadDocument } from './document.js';
import { createPositions, locatorOf, positionAt, type Found, type Locator } from './locate.js';
import { tooDeepInYaml } from './nesting.js';
import type { SourceText } from './parse-json.js';
import { refusal } from './refusal.js';
import { nameOf, parentOf } from '../json/pointer.js';
import { surveyYaml, keyText, type YamlSurvey } from './yaml-survey.js';
import { yamlValue } from './yaml-value.js';

/** Parses all documents of a YAML text. Empty documents are skipped, unless all of them are empty. */
export function parseYaml(source: SourceText): ReadDocument[] {
  const { file, text, firstLine } = source;
  const deep = tooDeepInYaml(text);
  if (deep !== undefined) return [refusal(file, 'depth', { position: positionAt(text, deep, firstLine), source })];
  // Pretty errors would quote the text. For each key the parser would compare all keys before it: ours are looked up.
  const parsed = parseAllDocuments(text, { prettyErrors: false, uniqueKeys: false });
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
  const positions = createPositions(text, firstLine);
  const positionOf = (offset: number): ReturnType<typeof positions> => positions(offset - start);
  const [error] = document.errors;
  if (error !== undefined)
    return [refusal(file, 'yaml', { position: positionOf(error.pos[0]), values: { error: error.code }, source })];
  if (document.contents === null || isNothing(document.contents)) return [];
  const survey = surveyYaml(document.contents);
  // The rest of the document can be checked all the same.
  const duplicates = survey.duplicates.map(({ offset, pointer }): ReadDocument => {
    const values = { name: nameOf(pointer), object: nameOf(parentOf(pointer)) };
    const at = { file, pointer, ...positionOf(offset) };
    return { ok: false, diagnostic: finding('fixture/duplicate-key', at, values) };
  });
  const { problem } = survey;
  if (problem !== undefined)
    return [...duplicates, refusal(file, problem.kind, { position: positionOf(problem.offset), source })];
  const value = yamlValue(document.contents, survey);
  if (value === undefined)
    return [...duplicates, refusal(file, 'aliases', { position: { line: firstLine, column: 1 }, source })];
  const locator = createYamlLocator(document.contents, survey, { source, start });
  return [
    ...duplicates,
    { ok: true, document: { file, syntax: 'yaml', text, firstLine, value: value.value, ...locator } },
  ];
}

/** An empty text, which YAML reads as null; a written `null` is a value. */
function isNothing(node: Node): boolean {
  return isScalar(node) && node.value === null && (node.range?.[0] ?? 0) === (node.range?.[1] ?? 0);
}

interface Place {
  readonly source: SourceText;
  /** Where the document begins in the text that was parsed. */
  readonly start: number;
}

function createYamlLocator(root: Node, survey: YamlSurvey, { source: { text, firstLine }, start }: Place): Locator {
  const childOf = createMembers(survey);
  return locatorOf(text, firstLine, (segments, place) => {
    let [node, key]: [unknown, unknown] = [root, undefined];
    for (const segment of segments) {
      const child = childOf(node, segment);
      if (child === undefined) return { ...spanOf(node, start), isExact: false };
      [node, key] = [child.value, child.key];
    }
    return { ...spanOf(place === 'key' && key !== undefined ? key : node, start), isExact: true };
  });
}

interface Member {
  readonly key: unknown;
  readonly value: unknown;
}

/** Finds items and properties; those of a map are listed once, however often they are looked up. */
function createMembers({ targetOf }: YamlSurvey): (parent: unknown, segment: string) => Member | undefined {
  const known = new Map<unknown, ReadonlyMap<string, Member>>();
  return (parent, segment) => {
    const node = targetOf(parent);
    if (isSeq(node)) return segment in node.items ? { key: undefined, value: node.items[Number(segment)] } : undefined;
    if (!isMap(node)) return undefined;
    // Backwards, so that the first of several of one name stays. `key:` without a value has none to point at.
    const members =
      known.get(node) ??
      new Map(node.items.toReversed().map(({ key, value }) => [keyText(key), { key, value: value ?? key }]));
    known.set(node, members);
    return members.get(segment);
  };
}

function spanOf(node: unknown, start: number): Omit<Found, 'isExact'> {
  const range = isNode(node) ? node.range : undefined;
  return { offset: (range?.[0] ?? start) - start, length: (range?.[1] ?? start) - (range?.[0] ?? start) };
}
