import type { Diagnostic } from '../messages/diagnostic.js';
import type { JsonNode } from './json-tree.js';
import type { Span } from './span.js';

/** How a document is written. */
export type Syntax = 'json' | 'jsonc' | 'yaml';

/** A position in a text, counted from 1; columns count UTF-16 code units, as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
  /** Length in UTF-16 code units, to the end of the line at most; absent where there is no value. */
  readonly length?: number;
}

/** One parsed document: a file, or a part of one that holds several. */
export interface SourceDocument {
  /** How findings name the file. */
  readonly file: string;
  readonly syntax: Syntax;
  /** Its own text, unchanged. */
  readonly text: string;
  /** The line of the file at which `text` begins; 1 for a whole file. */
  readonly firstLine: number;
  readonly value: unknown;
  /** Position of a value, or of its key; of the nearest parent if it does not exist. */
  readonly locate: (pointer: string, place: 'key' | 'value') => Position;
  /** The span of a value, or of its key; undefined if it does not exist. */
  readonly spanOf: (pointer: string, place: 'key' | 'value') => Span | undefined;
  /** Positions of all values, read once. */
  readonly tree?: () => JsonNode | undefined;
}

/** A text that does not parse. Its structure is unknown, but it may still hold secrets. */
export type BrokenText = Pick<SourceDocument, 'text' | 'firstLine'>;

/** The result of reading: a document, or why there is none. */
export type ReadDocument =
  | { readonly ok: true; readonly document: SourceDocument }
  | { readonly ok: false; readonly diagnostic: Diagnostic; readonly broken?: BrokenText };
