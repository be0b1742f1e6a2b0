import { isScalar, parseAllDocuments, type Document, type Node } from 'yaml';

import { finding } from '../messages/finding.js';
import type { ReadDocument } from './document.js';
import { createLocator, createPositions, positionAt } from './locate.js';
import { tooDeepInYaml } from './nesting.js';
import type { SourceText } from './parse-json.js';
import { refusal } from './refusal.js';
import { nameOf, parentOf } from '../json/pointer.js';
import { readYaml } from './yaml-tree.js';

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
  const positionOf = createPositions(text, firstLine);
  const [error] = document.errors;
  if (error !== undefined)
    return [
      refusal(file, 'yaml', { position: positionOf(error.pos[0] - start), values: { error: error.code }, source }),
    ];
  if (document.contents === null || isNothing(document.contents)) return [];
  const { value, tree, duplicates, problem } = readYaml(document.contents, start);
  // The rest of the document can be checked all the same.
  const repeated = duplicates.map(({ offset, pointer }): ReadDocument => {
    const values = { name: nameOf(pointer), object: nameOf(parentOf(pointer)) };
    const at = { file, pointer, ...positionOf(offset) };
    return { ok: false, diagnostic: finding('fixture/duplicate-key', at, values) };
  });
  if (problem !== undefined)
    return [...repeated, refusal(file, problem.kind, { position: positionOf(problem.offset), source })];
  const locator = createLocator(text, firstLine, () => tree);
  return [...repeated, { ok: true, document: { file, syntax: 'yaml', text, firstLine, value, ...locator } }];
}

/** An empty text, which YAML reads as null; a written `null` is a value. */
function isNothing(node: Node): boolean {
  return isScalar(node) && node.value === null && (node.range?.[0] ?? 0) === (node.range?.[1] ?? 0);
}
