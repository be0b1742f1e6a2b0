import { readFileSync } from 'node:fs';

import { BaseResolver, YamlParseError, type Document, type Source } from '@redocly/openapi-core';

import { reasonOf } from '../reason-of.js';
import { UsageError } from '../usage-error.js';
import { isObject } from './schema.js';

/** A spec on disk, its root document read and its version known. */
export interface LoadedSpec {
  /** Absolute path of the root document. */
  readonly file: string;
  readonly resolver: BaseResolver;
}

/**
 * Opens the root document of a spec and checks that it is OpenAPI 3.1.
 *
 * @throws {UsageError} when the file cannot be read or parsed, or is something else.
 */
export async function loadSpec(file: string, shownAs: string): Promise<LoadedSpec> {
  const resolver = localResolver();
  checkReadable(file, shownAs);
  const root = await resolver.resolveDocument(null, file, true).catch((cause: unknown) => unreadable(cause, shownAs));
  if (root instanceof Error) return unreadable(root, shownAs);
  checkVersion(root, shownAs);
  return { file, resolver };
}

/**
 * References lead to local files only: a spec must not make this machine fetch addresses (SSRF), nor send the
 * credentials of one host to another.
 */
function localResolver(): BaseResolver {
  const resolver = new BaseResolver();
  const load = resolver.loadExternalRef.bind(resolver);
  resolver.loadExternalRef = (reference: string): Promise<Source> =>
    /^[a-z][a-z\d+.-]+:\/\//i.test(reference)
      ? Promise.reject(new Error('references to other hosts are not followed; keep the file beside the spec'))
      : load(reference);
  return resolver;
}

function checkReadable(file: string, shownAs: string): void {
  try {
    readFileSync(file);
  } catch (cause) {
    throw new UsageError(
      `cannot read ${shownAs} (${reasonOf(cause)}). Give a spec with --spec, or run where spec/openapi.yaml is.`,
      { cause },
    );
  }
}

function unreadable(cause: unknown, shownAs: string): never {
  const { line, col } = cause instanceof YamlParseError ? cause : {};
  const place = typeof line === 'number' && typeof col === 'number' ? `:${line}:${col}` : '';
  // The parser repeats the absolute path and quotes the text; the kind of fault is enough beside the place.
  const fault = cause instanceof Error ? firstLine(cause.message).replace(/ in ".*$/, '') : 'unknown reason';
  throw new UsageError(`cannot read ${shownAs}${place} as YAML or JSON: ${fault}`, { cause });
}

function checkVersion(root: Document, shownAs: string): void {
  const version = isObject(root.parsed) ? (root.parsed.openapi ?? root.parsed.swagger) : undefined;
  if (typeof version === 'string' && /^3\.1\.\d+$/.test(version)) return;
  const found = typeof version === 'string' ? `is version ${version}` : 'has no "openapi" version';
  throw new UsageError(`${shownAs} ${found}; iamport-kit reads OpenAPI 3.1. Convert it first.`);
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
