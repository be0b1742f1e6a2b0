import type { BaseResolver } from '@redocly/openapi-core';

import type { ExampleProblem } from '../messages/example-problem.js';

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

/** The value of an example file, or what is wrong with it. */
export type ExampleRead =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problem: ExampleProblem };
