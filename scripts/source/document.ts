import type { Diagnostic } from '../messages/diagnostic.js';
import type { JsonNode } from './json-tree.js';
import type { Span } from './span.js';

/** How a document is written. */
export type Syntax = 'json' | 'jsonc' | 'yaml';

/** A position in a text, counted from 1; columns count UTF-16 code units, as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
  /** How many UTF-16 code units of the line stand there; unknown where nothing does. */
  readonly length?: number;
}

/** One parsed document: a file, or a part of one that holds several. */
export interface SourceDocument {
  /** How findings name the file. */
  readonly file: string;
  readonly syntax: Syntax;
  /** Its own text, as it stands in the file. */
  readonly text: string;
  /** The line of the file at which `text` begins; 1 for a whole file. */
  readonly firstLine: number;
  readonly value: unknown;
  /** Where a value, or the key it stands under, is in the file. The nearest parent for what is not there. */
  readonly locate: (pointer: string, place: 'key' | 'value') => Position;
  /** The text of a value, or of the key it stands under; undefined for what is not there. */
  readonly spanOf: (pointer: string, place: 'key' | 'value') => Span | undefined;
  /** Where everything stands in a JSON text, read once; YAML has none. */
  readonly tree?: () => JsonNode | undefined;
}

/** A text that does not parse. Its structure is unknown, but it may still hold secrets. */
export type BrokenText = Pick<SourceDocument, 'text' | 'firstLine'>;

/** What reading gives: a document, or why there is none. */
export type ReadDocument =
  | { readonly ok: true; readonly document: SourceDocument }
  | { readonly ok: false; readonly diagnostic: Diagnostic; readonly broken?: BrokenText };
