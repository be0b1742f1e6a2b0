import { isObject } from '../../scripts/json/schema.js';

/** A document with one fault. */
export interface Mutation {
  /** What was changed or taken away. */
  readonly pointer: string;
  /** Where the one issue must point. */
  readonly reported: string;
  readonly value: unknown;
}

/** Values of a type that stands nowhere in these documents, so that it is wrong wherever it is put. */
const WRONG = Object.freeze({ wrong: [] });

/** Every way to give one place of a document a value of the wrong type. */
export function mutationsOf(document: unknown): Mutation[] {
  return pointersOf(document).map((pointer) => ({ pointer, reported: pointer, value: replaced(document, pointer) }));
}

function pointersOf(node: unknown, at = ''): string[] {
  const children: [string, unknown][] = Array.isArray(node)
    ? node.map((child: unknown, index): [string, unknown] => [String(index), child])
    : isObject(node)
      ? Object.entries(node)
      : [];
  return children.flatMap(([key, child]) => {
    const pointer = `${at}/${key}`;
    return [pointer, ...pointersOf(child, pointer)];
  });
}

function replaced(document: unknown, pointer: string): unknown {
  const copy: unknown = structuredClone(document);
  const keys = pointer.split('/').slice(1);
  const last = keys.pop() ?? '';
  const parent = keys.reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], copy) as Record<
    string,
    unknown
  >;
  // An object is wrong everywhere but where an object belongs; there a string is.
  parent[last] = isObject(parent[last]) ? 'wrong' : WRONG;
  return copy;
}
