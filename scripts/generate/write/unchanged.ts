import { readFileSync } from 'node:fs';
import path from 'node:path';

import { filesBelow } from '../../files/files-below.js';
import type { FingerprintCache } from '../../files/fingerprint-cache.js';
import type { ImportStyle } from '../../files/import-style.js';
import { readJsonQuietly } from '../../files/read-quietly.js';
import { hashFiles, hashTexts, readSource, type Sources } from '../../files/source-hash.js';
import { isInside, isRemote, projectRoot } from '../../files/spec-root.js';
import { isObject } from '../../json/schema.js';
import type { OutputFile } from '../model/model.js';
import { generatorHash } from './code-hash.js';

/** What to generate, and where to. */
export interface Request {
  /** Absolute path of the root document. */
  readonly specFile: string;
  /** Absolute paths, in the order to apply them. */
  readonly overlays: readonly string[];
  /** Only operations with one of these tags; all when empty. */
  readonly include: readonly string[];
  /** Whether the validators of requests refuse read-only properties; see the flag `--strict-read-only`. */
  readonly strictReadOnly?: boolean;
  /** Whether to write `index.ts`, which binds the output to the runtime package. */
  readonly hasEntry: boolean;
  /** How the files import each other; with `.js` when left out. */
  readonly imports?: ImportStyle;
  /** Absolute path of the output folder. */
  readonly out: string;
}

/** An output that is up to date. */
export interface UnchangedOutput {
  readonly files: readonly { readonly path: string }[];
  readonly counts: { readonly operations: number; readonly schemas: number };
}

interface Manifest {
  readonly operations: Readonly<Record<string, object>>;
  readonly schemas: readonly string[];
  readonly sources: readonly string[];
}

/**
 * Detects from hashes alone, without Redocly or a compiler, that the output is up to date: an earlier run on this machine made
 * exactly these files, with this code and these options, from these sources. Undefined when that is unknown.
 */
export function findUnchanged(request: Request, cache: FingerprintCache): UnchangedOutput | undefined {
  try {
    const manifest = readJsonQuietly(path.join(request.out, 'manifest.json'));
    if (!isManifest(manifest)) return undefined;
    const sources = readSources(manifest.sources, request);
    if (sources === undefined) return undefined;
    const files = readOutput(request.out);
    if (!cache.has(fingerprintOf({ request, sources, files }))) return undefined;
    const operations = Object.values(manifest.operations).filter((operation) => !('webhook' in operation)).length;
    return { files, counts: { operations, schemas: manifest.schemas.length } };
  } catch {
    // The full run reports what is missing or broken.
    return undefined;
  }
}

/** A request, what was read for it, and what was made of that. */
interface Result {
  readonly request: Request;
  readonly sources: Sources;
  readonly files: readonly (OutputFile | FoundFile)[];
}

/** Notes that the output folder holds what was generated, for {@link findUnchanged}. */
export function markUnchanged(result: Result, cache: FingerprintCache): void {
  if (!result.sources.names.some(isRemote)) cache.add(fingerprintOf(result));
}

function fingerprintOf({ request: { include, hasEntry, strictReadOnly, imports }, sources, files }: Result): string {
  const options = { include: [...new Set(include)].sort(), hasEntry, strictReadOnly, imports };
  const inputs = JSON.stringify([generatorHash(), options, sources]);
  // A text from the emitters and the bytes of its file are the same.
  return hashFiles([['', inputs], ...files.map(({ path, text }) => [path, Buffer.from(text)] as const)]);
}

/** The sources that a manifest names, as they are now. Undefined where one lies on another host, outside of the project, or elsewhere. */
function readSources(names: readonly string[], { specFile, overlays }: Request): Sources | undefined {
  const root = projectRoot(specFile);
  const named = names.map((name) => ({ name, file: path.resolve(path.dirname(specFile), name) }));
  const isKnown = names[0] === path.basename(specFile) && !names.some(isRemote);
  // A file that has become a link out of the project would be refused.
  if (!isKnown || !named.slice(1).every(({ file }) => isInside(file, root))) return undefined;
  const texts = named.map(({ name, file }) => [name, readSource(file)] as const);
  return { names, hash: hashTexts(texts, overlays.map(readSource)) };
}

interface FoundFile {
  readonly path: string;
  readonly text: Buffer;
}

/** All files of the output folder. What to do about anything else in it, such as a link, the whole run decides. */
function readOutput(folder: string): FoundFile[] {
  const files = filesBelow(folder);
  if (files.some(({ kind }) => kind !== 'file')) throw new Error('something else than files');
  return files.map(({ path, file }) => ({ path, text: readFileSync(file) }));
}

function isManifest(value: unknown): value is Manifest {
  return isObject(value) && isObject(value.operations) && Array.isArray(value.schemas) && Array.isArray(value.sources);
}
