import { parseTree, type Node } from 'jsonc-parser';

import { isObject } from '../json/schema.js';
import type { SourceDocument, Span } from '../source/document.js';
import { walkSchema, type SchemaPosition, type SchemaWalk } from './schema-position.js';
import { sensitiveKindOf } from './detectors/sensitive-name.js';
import type { SecretKind } from './detectors/span.js';
import { childPointer } from '../json/pointer.js';

/** A value without parts, or the name of a property, and what is known of its place. */
export interface PlacedScalar {
  /** Of its content in the document's text: without the quotes. */
  readonly offset: number;
  readonly length: number;
  /** To the value, also for a name. */
  readonly pointer: string;
  readonly place: 'key' | 'value';
  /** What it says, with escapes undone. */
  readonly text: string;
  readonly isNumber: boolean;
  /** What the schema's mark, or else the property's name, says of it. Never for names. */
  readonly sensitive?: SecretKind;
  /** Whether the schema names the property it stands under. */
  readonly isKnown: boolean;
}

interface Open {
  readonly value: unknown;
  /** Of the value; undefined where only its pointer is known. */
  readonly node?: Node;
  readonly pointer: string;
  readonly position: SchemaPosition;
}

/** Lists the scalars of a document in the order they stand in; of JSON also those under a key that is written twice. */
export function placedScalars(document: SourceDocument, schema?: unknown): PlacedScalar[] {
  const node = document.syntax === 'yaml' ? undefined : parseTree(document.text);
  const walk = walkSchema(schema);
  const found: PlacedScalar[] = [];
  const open: Open[] = [{ value: document.value, pointer: '', position: walk.root, ...(node && { node }) }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node: at, pointer, position } = next;
    // Edge: jsonc-parser gives the values of its nodes untyped.
    const value: unknown = at === undefined ? next.value : (at.value as unknown);
    const parts = at === undefined ? partsOf(next, walk) : partsOfNode({ ...next, node: at }, walk);
    for (const part of parts) if (part.key !== undefined) addScalar(document, keyOf(part), found);
    open.push(...parts);
    if (parts.length === 0 && (typeof value === 'string' || typeof value === 'number'))
      addScalar(document, { text: value, pointer, place: 'value', position, ...(at && { span: at }) }, found);
  }
  return found.sort((a, b) => a.offset - b.offset);
}

interface Part extends Open {
  /** Its name, for a property, and where that stands. */
  readonly key?: { readonly name: string; readonly span?: Span };
}

function partsOf({ value, pointer, position }: Open, walk: SchemaWalk): Part[] {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return items.map((item, index) => ({
      value: item,
      pointer: childPointer(pointer, index),
      position: walk.child(position, index),
    }));
  }
  if (!isObject(value)) return [];
  return Object.entries(value).map(([name, member]) => ({
    value: member,
    key: { name },
    pointer: childPointer(pointer, name),
    position: namedPosition(walk, position, name),
  }));
}

function partsOfNode({ node, pointer, position }: Open & { node: Node }, walk: SchemaWalk): Part[] {
  const { type, children = [] } = node;
  if (type === 'array')
    return children.map((item, index) => ({
      value: undefined,
      node: item,
      pointer: childPointer(pointer, index),
      position: walk.child(position, index),
    }));
  if (type !== 'object') return [];
  return children.flatMap(({ children: [key, member] = [] }): Part[] => {
    if (key === undefined || member === undefined) return [];
    // Edge: jsonc-parser gives the values of its nodes untyped; that of a name is its text.
    const name = String(key.value as unknown);
    const place = { pointer: childPointer(pointer, name), position: namedPosition(walk, position, name) };
    return [{ ...place, value: undefined, node: member, key: { name, span: key } }];
  });
}

/** Where the schema has no mark the name speaks, unless the schema knows the property and left it unmarked. */
function namedPosition(walk: SchemaWalk, parent: SchemaPosition, name: string): SchemaPosition {
  const position = walk.child(parent, name);
  const kind = position.sensitive ?? (position.isKnown ? undefined : sensitiveKindOf(name));
  return kind === undefined ? position : { ...position, sensitive: kind };
}

interface Found {
  readonly text: string | number;
  readonly pointer: string;
  readonly place: 'key' | 'value';
  readonly position: Pick<SchemaPosition, 'sensitive' | 'isKnown'>;
  readonly span?: Span;
}

/** A name is no value of its property: what the schema says of that does not concern it. */
function keyOf({ key, pointer }: Part): Found {
  return {
    text: key?.name ?? '',
    pointer,
    place: 'key',
    position: { isKnown: false },
    ...(key?.span && { span: key.span }),
  };
}

function addScalar(
  document: SourceDocument,
  { text, pointer, place, position, span }: Found,
  found: PlacedScalar[],
): void {
  const whole = span ?? document.spanOf(pointer, place);
  if (whole === undefined) return;
  const isQuoted = /["']/.test(document.text[whole.offset] ?? '') && whole.length > 1;
  const { sensitive, isKnown } = position;
  found.push({
    offset: whole.offset + (isQuoted ? 1 : 0),
    length: whole.length - (isQuoted ? 2 : 0),
    pointer,
    place,
    text: String(text),
    isNumber: typeof text === 'number',
    isKnown,
    ...(sensitive !== undefined && { sensitive }),
  });
}
