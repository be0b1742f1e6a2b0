import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type { Issue } from '../generate/validators/runtime.js';
import { isObject } from '../json/schema.js';
import { installedPackage } from '../files/project.js';
import { UsageError } from '../messages/usage-error.js';

/** What `validate` needs to know of `manifest.json`. */
export interface Manifest {
  /** Title and version of the document that the code was generated from. */
  readonly title?: string;
  readonly version?: string;
  readonly operations: Readonly<Record<string, OperationBodies>>;
  readonly schemas: readonly string[];
}

/** The schemas of the bodies of one operation. */
export interface OperationBodies {
  readonly request?: string;
  readonly webhook?: string;
  readonly responses: Readonly<Record<string, string>>;
}

/** One thing a validator found. */
export type ValidatorIssue = Issue;

/** Gives all issues of a value; none when it is valid. */
export type Check = (value: unknown) => readonly ValidatorIssue[];

/** A folder written by `generate`. */
export interface GeneratedFolder {
  readonly path: string;
  readonly manifest: Manifest;
}

/**
 * Finds the generated code to validate with: the folder given, else `generated/` here, else the installed `iamport-kit`.
 *
 * @throws {UsageError} when there is none.
 */
export function openGeneratedFolder(given: string | undefined, cwd: string): GeneratedFolder {
  const isWritten = (candidate: string): boolean => existsSync(path.join(candidate, 'manifest.json'));
  const near = path.resolve(cwd, given ?? 'generated');
  // Finding what is installed takes a while: only where nothing is here.
  const far = given === undefined && !isWritten(near) ? installedPackage(cwd) : undefined;
  const folder = [near, far].find((candidate) => candidate !== undefined && isWritten(candidate));
  if (folder !== undefined) return { path: folder, manifest: readManifest(path.join(folder, 'manifest.json')) };
  throw given === undefined
    ? new UsageError('generated-missing')
    : new UsageError('generated-without-manifest', { folder: given });
}

function readManifest(file: string): Manifest {
  const manifest = readGenerated(file);
  if (isManifest(manifest)) return manifest;
  throw new UsageError('generated-not-a-manifest', { file });
}

/**
 * Reads a JSON file of a generated folder.
 *
 * @throws {UsageError} when it is missing or broken.
 */
export function readGenerated(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new UsageError('generated-unreadable', { file }, { cause });
  }
}

function isManifest(value: unknown): value is Manifest {
  return isObject(value) && isObject(value.operations) && Array.isArray(value.schemas);
}
