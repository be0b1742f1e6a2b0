import type { SourceDocument } from '../source/document.js';
import { scalarText, type JsonNode } from '../source/json-tree.js';
import { createLocator } from '../source/locate.js';
import type { Span } from '../source/span.js';
import { walkSchema, type SchemaPosition } from './schema-position.js';
import { sensitiveKindOf } from './detectors/sensitive-name.js';
import type { SecretKind } from './detectors/span.js';
import { memoize } from '../json/memoize.js';
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
  /** Whether the schema names its property. */
  readonly isKnown: boolean;
}

/** Lists the scalars of a document in the order of the text, those under a repeated key too. */
export function placedScalars(document: SourceDocument, schema?: unknown): PlacedScalar[] {
  const found = scalarsOf(document, schema, () => true);
  return found.sort((a, b) => a.offset - b.offset);
}

/** The same of those only that the schema or their name calls sensitive, and of what is written with escapes. */
export function sensitiveScalars(document: SourceDocument, schema?: unknown): PlacedScalar[] {
  const { text } = document;
  const hasEscapes = text.includes('\\');
  const isEscaped = ({ offset, length }: Span): boolean => text.slice(offset, offset + length).includes('\\');
  const found = scalarsOf(document, schema, (kind, span) => kind !== undefined || (hasEscapes && isEscaped(span)));
  return found.sort((a, b) => a.offset - b.offset);
}

/** Chooses scalars by what is known of their place before anything is made of them. */
type Choice = (kind: SecretKind | undefined, written: Span) => boolean;

function scalarsOf(document: SourceDocument, schema: unknown, isWanted: Choice): PlacedScalar[] {
  const { text, tree = createLocator(text).tree } = document;
  const root = tree();
  return root === undefined ? [] : scalarsOfTree({ source: text, tree: root, isWanted }, createWalk(schema));
}

interface Walk {
  readonly root: SchemaPosition;
  readonly child: (parent: SchemaPosition, key: string | number) => SchemaPosition;
}

/** Where the schema has no mark the name speaks, unless the schema knows the property and left it unmarked. */
function createWalk(schema: unknown): Walk {
  const schemas = walkSchema(schema);
  const kindOf = memoize(sensitiveKindOf, MOST_NAMES);
  return {
    root: schemas.root,
    child: (parent, key) => {
      const position = schemas.child(parent, key);
      if (typeof key === 'number' || position.isKnown || position.sensitive !== undefined) return position;
      const kind = kindOf(key);
      return kind === undefined ? position : { ...position, sensitive: kind };
    },
  };
}

// Documents repeat a few names; one that has no end of them must not fill the memory.
const MOST_NAMES = 10_000;

interface Placed {
  readonly value: JsonNode;
  readonly pointer: string;
  readonly position: SchemaPosition;
}

interface TreeSearch {
  readonly source: string;
  readonly tree: JsonNode;
  readonly isWanted: Choice;
}

function scalarsOfTree({ source, tree, isWanted }: TreeSearch, walk: Walk): PlacedScalar[] {
  const found: PlacedScalar[] = [];
  const open: Placed[] = [{ value: tree, pointer: '', position: walk.root }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value: node, pointer, position } = next;
    if (node.kind === 'scalar') addNode(source, next, found);
    for (let index = 0; index < node.children.length; index += 1) {
      const child = node.children[index] ?? node;
      const { key } = child;
      const name = key?.name ?? index;
      const inner = walk.child(position, name);
      const isKeyWanted = key !== undefined && isWanted(undefined, key);
      if (!isKeyWanted && child.kind === 'scalar' && !isWanted(inner.sensitive, child)) continue;
      const at = { value: child, pointer: childPointer(pointer, name), position: inner };
      if (isKeyWanted) found.push(keyScalar(at.pointer, key.name, contentOf(source, key)));
      if (child.kind !== 'scalar') open.push(at);
      else if (isWanted(inner.sensitive, child)) addNode(source, at, found);
    }
  }
  return found;
}

function addNode(source: string, { value: node, ...place }: Placed, found: PlacedScalar[]): void {
  const said = sayingOf(source, node);
  if (said !== undefined) found.push(valueScalar(place, contentOf(source, node), said));
}

/** Strings and numbers say something. */
function sayingOf(source: string, node: JsonNode): Pick<PlacedScalar, 'text' | 'isNumber'> | undefined {
  const { value } = node;
  if (value !== undefined)
    return typeof value === 'string' || typeof value === 'number'
      ? { text: String(value), isNumber: typeof value === 'number' }
      : undefined;
  const first = source[node.offset] ?? '';
  return /["\d-]/.test(first) ? { text: scalarText(source, node), isNumber: first !== '"' } : undefined;
}

/** Without the quotes. */
function contentOf(source: string, { offset, length }: Span): Span {
  const isQuoted = length > 1 && /["']/.test(source[offset] ?? '');
  return isQuoted ? { offset: offset + 1, length: length - 2 } : { offset, length };
}

// There are many in a large document, so the objects are written out: a spread for each would take most of the time.
function valueScalar(
  { pointer, position: { sensitive, isKnown } }: Omit<Placed, 'value'>,
  { offset, length }: Span,
  { text, isNumber }: Pick<PlacedScalar, 'text' | 'isNumber'>,
): PlacedScalar {
  const place = 'value';
  return sensitive === undefined
    ? { offset, length, pointer, place, text, isNumber, isKnown }
    : { offset, length, pointer, place, text, isNumber, isKnown, sensitive };
}

/** What the schema says of a property concerns its value, not its name. */
function keyScalar(pointer: string, text: string, { offset, length }: Span): PlacedScalar {
  return { offset, length, pointer, place: 'key', text, isNumber: false, isKnown: false };
}
