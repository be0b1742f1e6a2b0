import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

import { displayPath } from '../files/display-path.js';
import { foldersUpToRepository } from '../files/repository-root.js';
import { reasonOf } from '../files/reason-of.js';
import { UsageError } from '../messages/usage-error.js';
import { isDate } from '../report/baseline/parse-baseline.js';
import type { BaselinePlace } from '../report/baseline/baseline.js';
import type { Sha256 } from '../report/baseline/fingerprint.js';
import type { BaselineOptions } from '../report/reporter.js';
import type { Invocation } from './command.js';

/**
 * Opens the baseline that `--baseline` or the config names, or `iamport-kit.baseline.json` here; undefined if there is
 * none. Reads `--update-baseline`, `--reason` and `--until`. `configured` is an absolute path.
 *
 * @throws {UsageError} if a flag requires another one, a date is invalid, or the file is not a baseline.
 */
export async function openBaselineOf(
  invocation: Invocation,
  configured: string | undefined,
  sha256: Sha256,
): Promise<BaselineOptions | undefined> {
  const { cwd } = invocation;
  const update = readExcuse(invocation);
  const given = invocation.text('baseline');
  if (given === '') throw new UsageError('flag-empty', { flag: 'baseline', wanted: 'file' });
  const file = path.resolve(cwd, given ?? configured ?? findBaseline(cwd));
  const shownAs = given ?? displayPath(file, cwd);
  // What a run has read from a pipe it cannot bring up to date there.
  if (update !== undefined && statSync(file, { throwIfNoEntry: false })?.isFile() === false)
    throw new UsageError('file-unwritable', { file: shownAs, reason: { code: 'special' } });
  const text = readText(file, shownAs);
  if (text === undefined && update === undefined) {
    if (given === undefined && configured === undefined) return undefined;
    throw new UsageError('file-unreadable', { file: shownAs, reason: { code: 'missing' }, cure: 'baseline' });
  }
  const [{ openBaseline }, { writeFile }] = await Promise.all([
    import('../report/baseline/baseline.js'),
    import('../files/write-file.js'),
  ]);
  const place = { ...placeOf(file, cwd), shownAs, text, sha256 };
  return {
    baseline: openBaseline(place, new Date().toISOString().slice(0, 10)),
    update,
    write: (next) => {
      writeFile({ file, shownAs }, next);
    },
  };
}

/** The nearest one, as with configs; a new one is written here. */
function findBaseline(cwd: string): string {
  const files = foldersUpToRepository(cwd).map((folder) => path.join(folder, 'iamport-kit.baseline.json'));
  return files.find((file) => existsSync(file)) ?? files[0] ?? '';
}

/** How the entries of a baseline relate to the files of a run in `cwd`. */
export function placeOf(file: string, cwd: string): Pick<BaselinePlace, 'nameOf' | 'resolve' | 'exists'> {
  const folder = path.dirname(file);
  return {
    nameOf: (shown) => displayPath(path.resolve(cwd, shown), folder),
    resolve: (name) => path.resolve(folder, name),
    exists: existsSync,
  };
}

function readExcuse(invocation: Invocation): BaselineOptions['update'] {
  const [reason, until] = [invocation.text('reason'), invocation.text('until')];
  if (until !== undefined && !isDate(until)) throw new UsageError('flag-value', { flag: 'until', given: until });
  if (invocation.isSet('update-baseline')) return { reason, until };
  if (reason === undefined && until === undefined) return undefined;
  throw new UsageError('flag-needs', { flag: reason === undefined ? 'until' : 'reason', other: 'update-baseline' });
}

function readText(file: string, shownAs: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const reason = reasonOf(cause);
    if (reason.code === 'missing') return undefined;
    throw new UsageError('file-unreadable', { file: shownAs, reason }, { cause });
  }
}
