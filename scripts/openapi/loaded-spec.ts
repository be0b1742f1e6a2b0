import type { BaseResolver } from '@redocly/openapi-core';

import type { Bound } from '../json/bounds.js';
import type { Reason } from '../messages/reason.js';

/** How messages show paths. */
export interface PathView {
  /** Folder of the run, absolute. */
  readonly cwd: string;
  /** Shows a path relative to that folder, with forward slashes. */
  readonly show: (file: string) => string;
}

/** A spec whose root document has been read. Everything that touches the disk is a function of it. */
export interface LoadedSpec extends PathView {
  /** Absolute path of the root document. */
  readonly file: string;
  readonly version: '3.0' | '3.1';
  /** Reads and parses its files, each once. Bundling writes into what it has parsed. */
  readonly resolver: BaseResolver;
  /** Reads the file that an `externalValue` names in a file of the spec. Undefined on another host, which is never contacted. */
  readonly readExample: (externalValue: string, namedIn: string) => ExampleRead | undefined;
  /** Reads everything anew. */
  readonly reload: () => Promise<LoadedSpec>;
}

/**
 * Why an example file cannot be taken into the document: the folder it is outside of, why it cannot be read, the place
 * (`line:column`) where it is not JSON, or which limit it exceeds.
 */
export type ExampleProblem =
  | { readonly code: 'outside'; readonly folder: string }
  | { readonly code: 'unreadable'; readonly reason: Reason }
  | { readonly code: 'syntax'; readonly place: string }
  | { readonly code: 'harmful'; readonly bound: Bound };

/** The value of an example file, or what is wrong with it. */
export type ExampleRead =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problem: ExampleProblem };
