import type { Language, Texts } from '../messages/entry.js';
import { grouped } from '../messages/grouped.js';
import { count } from '../report/formats/pretty.js';
import { writeRewrite, type Rewrite } from './rewrite.js';
import { unifiedDiff } from './unified-diff.js';

/** What `--redact` or `--fix` is to do. */
export interface RewriteMode {
  readonly kind: 'redact' | 'fix';
  /** Whether files are written; otherwise the changes are shown. */
  readonly isWritten: boolean;
  readonly language: Language;
  readonly print: (text: string) => void;
}

/**
 * Writes the files, or shows what would be written as a masked diff; then says how much it was.
 *
 * @throws {UsageError} when a file has changed since it was read, or cannot be written.
 */
export function printRewrites(rewrites: readonly Rewrite[], { kind, isWritten, language, print }: RewriteMode): void {
  const edits = rewrites.reduce((sum, rewrite) => sum + rewrite.edits.length, 0);
  if (isWritten) rewrites.forEach(writeRewrite);
  // Only what `--redact` puts in is made up, and may be shown.
  else for (const rewrite of rewrites) print(unifiedDiff(rewrite, { isMadeUp: kind === 'redact' }));
  if (edits > 0) print(`${WORDS[kind]({ edits, files: rewrites.length, isWritten })[language]}\n`);
  else if (!isWritten) print(`${NOTHING[kind][language]}\n`);
}

interface Amount {
  readonly edits: number;
  readonly files: number;
  /** Whether the edits were made; otherwise they would be. */
  readonly isWritten: boolean;
}

const WORDS: Readonly<Record<RewriteMode['kind'], (amount: Amount) => Texts>> = {
  redact: ({ edits, files, isWritten }) => ({
    en: `${count(edits, 'value')} in ${count(files, 'file')} ${isWritten ? 'replaced' : 'would be replaced; run it with --write'}`,
    ko: `파일 ${grouped(files)}개에서 값 ${grouped(edits)}개${isWritten ? '를 바꿨습니다' : '가 바뀝니다. 쓰려면 --write를 붙이세요'}`,
  }),
  fix: ({ edits, files, isWritten }) => ({
    en: `${count(edits, 'problem')} in ${count(files, 'file')} ${isWritten ? 'fixed' : 'would be fixed; run it without --dry-run'}`,
    ko: `파일 ${grouped(files)}개에서 문제 ${grouped(edits)}건을 ${isWritten ? '고쳤습니다' : '고치게 됩니다. 쓰려면 --dry-run을 빼세요'}`,
  }),
};

const NOTHING: Readonly<Record<RewriteMode['kind'], Texts>> = {
  redact: { en: 'nothing would be replaced', ko: '바꿀 값이 없습니다' },
  fix: { en: 'nothing would be fixed', ko: '고칠 것이 없습니다' },
};

/** Says that a file keeps its real-looking values, since it would be broken without them. */
export function leftAsItIs(file: string, problem: string, language: Language): string {
  return language === 'ko'
    ? `${file}: 지어낸 값을 넣으면 올바르지 않게 되므로 그대로 두었습니다(${problem})`
    : `${file} is left as it is: with made-up values it would not be valid (${problem})`;
}
