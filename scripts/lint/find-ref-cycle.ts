import path from 'node:path';

import { getLineColLocation, type BaseResolver, type Document } from '@redocly/openapi-core';

import { isObject } from '../json/schema.js';
import { childPointer, fragmentSegments, valueAt } from '../json/pointer.js';

/** A reference and its place. */
interface PlacedReference {
  readonly document: Document;
  readonly pointer: string;
  readonly target: string;
}

/** The place of the first reference that is part of a cycle of references; undefined if there is none. */
export async function findRefCycle(
  resolver: BaseResolver,
): Promise<{ readonly file: string; readonly line: number; readonly column: number } | undefined> {
  // A file that cannot be read is a rejected promise, and has no references.
  const read = await Promise.allSettled(resolver.cache.values());
  const documents = read.flatMap((each) => (each.status === 'fulfilled' && 'parsed' in each.value ? [each.value] : []));
  const byFile = new Map(documents.map((document) => [document.source.absoluteRef, document]));
  const cyclic = documents.flatMap(referencesIn).find((reference) => neverEnds(reference, byFile));
  if (cyclic === undefined) return undefined;
  const { source } = cyclic.document;
  const { line, col } = getLineColLocation({ source, pointer: cyclic.pointer, reportOnKey: false }).start;
  return { file: source.absoluteRef, line, column: col };
}

function referencesIn(document: Document): PlacedReference[] {
  const visit = (node: unknown, pointer: string): PlacedReference[] => {
    if (typeof node !== 'object' || node === null) return [];
    const inside = Object.entries(node).flatMap(([key, value]) => visit(value, childPointer(pointer, key)));
    const target = '$ref' in node ? node.$ref : undefined;
    return typeof target === 'string' ? [{ document, pointer: `${pointer}/$ref`, target }, ...inside] : inside;
  };
  return visit(document.parsed, '#');
}

function neverEnds({ document, target }: PlacedReference, byFile: ReadonlyMap<string, Document>): boolean {
  const seen = new Set<string>();
  let [file, next]: [string, unknown] = [document.source.absoluteRef, target];
  while (typeof next === 'string') {
    const [name = '', pointer = ''] = next.split('#', 2);
    file = name === '' ? file : path.resolve(path.dirname(file), name);
    if (seen.has(`${file}#${pointer}`)) return true;
    seen.add(`${file}#${pointer}`);
    const node = valueAt(byFile.get(file)?.parsed, fragmentSegments(pointer));
    next = isObject(node) ? node.$ref : undefined;
  }
  return false;
}
