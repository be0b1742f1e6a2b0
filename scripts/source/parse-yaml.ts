import { isMap, isNode, isScalar, isSeq, parseAllDocuments, type Document, type Node } from 'yaml';

import { finding } from '../messages/finding.js';
import type { ReadDocument } from './document.js';
import type { JsonNode } from './json-tree.js';
import { createLocator, createPositions, positionAt } from './locate.js';
import { tooDeepInYaml } from './nesting.js';
import type { SourceText } from './parse-json.js';
import { refusal } from './refusal.js';
import { memoize } from '../json/memoize.js';
import { nameOf, parentOf } from '../json/pointer.js';
import type { Span } from './span.js';
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
  const { contents } = document;
  const locator = createLocator(text, firstLine, () => yamlTree(contents, survey, start));
  return [
    ...duplicates,
    { ok: true, document: { file, syntax: 'yaml', text, firstLine, value: value.value, ...locator } },
  ];
}

/** An empty text, which YAML reads as null; a written `null` is a value. */
function isNothing(node: Node): boolean {
  return isScalar(node) && node.value === null && (node.range?.[0] ?? 0) === (node.range?.[1] ?? 0);
}

/** The tree of a document that begins at `start` of the text that was parsed. What aliases stand for is shared. */
function yamlTree(root: Node, { targetOf }: YamlSurvey, start: number): JsonNode {
  const spanOf = (node: unknown): Span => {
    const [from, to] = (isNode(node) ? node.range : undefined) ?? [start, start];
    return { offset: from - start, length: to - from };
  };
  const childrenOf = memoize((node: unknown): JsonNode[] => {
    if (isSeq(node)) return node.items.map((item) => nodeOf(item));
    // Backwards, so that the first of several of one name is found. `key:` without a value has none to point at.
    if (isMap(node)) return node.items.toReversed().map(({ key, value }) => nodeOf(value ?? key, key));
    return [];
  });
  const nodeOf = (node: unknown, key?: unknown): JsonNode => {
    const target = targetOf(node);
    const kind = isSeq(target) ? 'array' : isMap(target) ? 'object' : 'scalar';
    const name = isNode(key) ? { name: keyText(key), ...spanOf(key) } : undefined;
    const value = isScalar(target) ? target.value : null;
    return { kind, ...spanOf(node), key: name, children: childrenOf(target), ...(kind === 'scalar' && { value }) };
  };
  return nodeOf(root);
}
