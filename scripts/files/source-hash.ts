import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { compareText } from '../messages/diagnostic.js';
import { displayPath } from './display-path.js';
import type { LoadedSpec } from '../openapi/loaded-spec.js';
import { isRemote } from './spec-root.js';

/** The files that a folder was generated from. */
export interface Sources {
  /** Relative to the folder of the root document, which comes first; URLs unchanged. Without overlays. */
  readonly names: readonly string[];
  /** See {@link hashTexts}. */
  readonly hash: string;
}

/** Lists and hashes every file that was read for a spec. Call it after bundling: then the resolver knows them all. */
export async function hashSources(spec: LoadedSpec, overlays: readonly string[]): Promise<Sources> {
  const folder = path.dirname(spec.file);
  const others = [...spec.resolver.getFiles()].filter((file) => file !== spec.file && !overlays.includes(file));
  const read = [spec.file, ...others].map(async (file) => {
    const text = await textOf(spec, file);
    return text === undefined ? [] : [[isRemote(file) ? file : displayPath(file, folder), text] as const];
  });
  const texts = (await Promise.all(read)).flat();
  const [root, ...rest] = texts.map(([name]) => name);
  return { names: [root ?? '', ...rest.sort(compareText)], hash: hashTexts(texts, overlays.map(readSource)) };
}

/** SHA-256 over names and contents, in the order of the names: edits change it, moving the folder around the files does not. */
export function hashFiles(files: Iterable<readonly [name: string, content: string | Buffer]>): string {
  const hash = createHash('sha256');
  for (const [name, content] of [...files].sort(([a], [b]) => compareText(a, b)))
    hash.update(`${name}\n${content.length}\n`).update(content);
  return hash.digest('hex');
}

/** Hashes all files of a spec, and its overlays in their order. */
export function hashTexts(
  sources: readonly (readonly [name: string, text: string])[],
  overlays: readonly string[],
): string {
  return hashFiles([...sources, ...overlays.map((text, index) => [`overlay ${index}`, text] as const)]);
}

/** Text of a local file, with the line ends that Redocly uses. */
export function readSource(file: string): string {
  return readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
}

/**
 * Taken from the resolver where possible, because the file may have changed since; the resolver does not keep examples.
 * Undefined for a file that does not exist: a discriminator may name one.
 */
async function textOf({ resolver }: LoadedSpec, file: string): Promise<string | undefined> {
  const document = await resolver.cache.get(file)?.catch(() => 'missing' as const);
  if (document === 'missing') return undefined;
  return document !== undefined && 'source' in document ? document.source.body : readSource(file);
}
