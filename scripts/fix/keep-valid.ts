import { factsOf } from '../messages/codes.js';
import type { Diagnostic } from '../messages/diagnostic.js';
import type { Checked } from '../validate/check-files.js';
import type { NamedFile } from '../files/find-files.js';
import type { CollectedFile } from './collected-file.js';
import type { Rewrite } from './rewrite.js';

/** Checks files, those that have `bytes` as if these stood in them. */
export type CheckAgain = (files: readonly NamedFile[], onChecked: (checked: Checked) => void) => Promise<unknown>;

/** Rewrites that may be made, and those that would break their file, each with what would be wrong then. */
export interface Sifted {
  readonly sound: readonly Rewrite[];
  readonly harmful: readonly { readonly rewrite: Rewrite; readonly problem: Diagnostic }[];
}

/**
 * Sorts out the rewrites after which a file has errors that it does not have now. A made-up value that fits its property
 * may still clash with another one, and a clean fixture must stay valid.
 */
export async function keepValid(
  rewrites: readonly Rewrite[],
  files: readonly CollectedFile[],
  check: CheckAgain,
): Promise<Sifted> {
  const known = new Map(
    files.map(({ file, documents }) => [file, new Set(documents.flatMap(({ found }) => found.map(errorId)))]),
  );
  const problems = new Map<string, Diagnostic>();
  const changed = rewrites.map(({ file, shownAs, after }) => ({ file, shownAs, bytes: Buffer.from(after) }));
  await check(changed, ({ file: { file }, found }) => {
    const problem = found.find(
      (diagnostic) => isError(diagnostic) && known.get(file)?.has(errorId(diagnostic)) !== true,
    );
    if (problem !== undefined && !problems.has(file)) problems.set(file, problem);
  });
  return {
    sound: rewrites.filter(({ file }) => !problems.has(file)),
    harmful: rewrites.flatMap((rewrite) => {
      const problem = problems.get(rewrite.file);
      return problem === undefined ? [] : [{ rewrite, problem }];
    }),
  };
}

/** A fake value that looks real does not make the file invalid. */
function isError({ severity, code }: Diagnostic): boolean {
  return severity === 'error' && factsOf(code)?.group !== 'secret';
}

/** Without the pointer, which may hold a name that was replaced. */
function errorId({ code, at }: Diagnostic): string {
  return `${code} ${at.line}`;
}
