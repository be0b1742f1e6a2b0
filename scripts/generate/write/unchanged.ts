import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { displayPath } from '../../files/display-path.js';
import type { Build } from '../emit/manifest.js';
import { hashOutput } from './output-hash.js';
import { isObject } from '../../json/schema.js';
import { hashTexts, readSource } from '../../files/source-hash.js';
import { isRemote } from '../../files/spec-root.js';
import { isInside, projectRoot } from '../../files/spec-root.js';
import type { ToolVersions } from './tool-versions.js';

/** What somebody asks to be generated, and where to. */
export interface Request {
  /** Absolute path of the root document. */
  readonly specFile: string;
  /** Absolute paths, in the order to apply them. */
  readonly overlays: readonly string[];
  readonly include: readonly string[];
  readonly hasEntry: boolean;
  /** Absolute path of the output folder. */
  readonly out: string;
  readonly tools: ToolVersions;
}

/** An output that is as it should be. */
export interface UnchangedOutput {
  readonly files: readonly { readonly path: string }[];
  readonly counts: { readonly operations: number; readonly schemas: number };
}

interface Manifest {
  readonly sourceHash: string;
  readonly outputHash: string;
  readonly operations: Readonly<Record<string, object>>;
  readonly schemas: readonly string[];
  readonly build: Build;
}

/**
 * Tells from hashes alone, without Redocly or a compiler, that generating would give what is on disk: every source, option
 * and tool is the one in the manifest, and every file in the folder is read and is what was written then. Undefined when
 * anything differs or cannot be told; then only generating can say what.
 */
export function findUnchanged(request: Request): UnchangedOutput | undefined {
  try {
    const manifest: unknown = JSON.parse(readFileSync(path.join(request.out, 'manifest.json'), 'utf8'));
    if (!isManifest(manifest) || !isSameBuild(manifest.build, request) || !isSameSource(manifest, request))
      return undefined;
    const files = readOutput(request.out);
    if (hashOutput(files) !== manifest.outputHash) return undefined;
    const operations = Object.values(manifest.operations).filter((operation) => !('webhook' in operation)).length;
    return { files: files.map(({ path }) => ({ path })), counts: { operations, schemas: manifest.schemas.length } };
  } catch {
    // Whatever is missing or broken is for the whole run to find and explain.
    return undefined;
  }
}

function isSameBuild({ sources, ...build }: Build, { specFile, include, hasEntry, tools }: Request): boolean {
  const wanted = { include: [...new Set(include)].sort(), hasEntry, tools };
  return sources[0] === path.basename(specFile) && JSON.stringify(build) === JSON.stringify(wanted);
}

function isSameSource({ sourceHash, build }: Manifest, { specFile, overlays }: Request): boolean {
  if (build.sources.some(isRemote)) return false;
  const root = projectRoot(specFile);
  const named = build.sources.map((name) => ({ name, file: path.resolve(path.dirname(specFile), name) }));
  // A file that has become a link out of the project would be refused.
  if (!named.slice(1).every(({ file }) => isInside(file, root))) return false;
  const texts = named.map(({ name, file }) => [name, readSource(file)] as const);
  return hashTexts(texts, overlays.map(readSource)) === sourceHash;
}

/** All files; links are none of ours. */
function readOutput(folder: string): { path: string; bytes: Buffer }[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => !entry.isDirectory());
  if (!entries.every((entry) => entry.isFile())) throw new Error('something else than files');
  return entries.map((entry) => {
    const file = path.join(entry.parentPath, entry.name);
    return { path: displayPath(file, folder), bytes: readFileSync(file) };
  });
}

/** Our own file, unless somebody changed it: then the hashes tell. */
function isManifest(value: unknown): value is Manifest {
  return isObject(value) && isObject(value.operations) && Array.isArray(value.schemas) && isObject(value.build);
}
