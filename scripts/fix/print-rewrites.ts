import { writeRewrite, type Rewrite } from './rewrite.js';
import { unifiedDiff } from './unified-diff.js';
import type { Language } from '../messages/entry.js';
import { grouped } from '../messages/grouped.js';
import { count } from '../report/formats/pretty.js';

/** How a rewrite is reported, and whether it is written. */
export interface Rewriting {
  readonly isWritten: boolean;
  /** Whether what is put in is made up, and may be shown. */
  readonly isMadeUp: boolean;
  readonly words: RewriteWords;
}

/**
 * Writes the files, or shows what would be written as a masked diff; then says how much it was.
 *
 * @throws {UsageError} when a file has changed since it was read, or cannot be written.
 */
export function printRewrites(
  rewrites: readonly Rewrite[],
  { isWritten, isMadeUp, words }: Rewriting,
  print: (text: string) => void,
): void {
  const edits = rewrites.reduce((sum, rewrite) => sum + rewrite.edits.length, 0);
  const amount = { edits, files: rewrites.length };
  if (isWritten) {
    rewrites.forEach(writeRewrite);
    if (edits > 0) print(`${words.done(amount)}\n`);
    return;
  }
  for (const rewrite of rewrites) print(unifiedDiff(rewrite, { isMadeUp }));
  print(`${edits > 0 ? words.wouldBe(amount) : words.nothing}\n`);
}

/** How many changes there are, in how many files. */
export interface Amount {
  readonly edits: number;
  readonly files: number;
}

/** The messages for changes that were made, for those that would be made, and for none. */
export interface RewriteWords {
  readonly done: (amount: Amount) => string;
  readonly wouldBe: (amount: Amount) => string;
  readonly nothing: string;
}

/** The words for `--redact`. */
export const REDACTION_WORDS: Readonly<Record<Language, RewriteWords>> = {
  en: {
    done: ({ edits, files }) => `${count(edits, 'value')} in ${count(files, 'file')} replaced`,
    wouldBe: ({ edits, files }) =>
      `${count(edits, 'value')} in ${count(files, 'file')} would be replaced; run it with --write`,
    nothing: 'nothing would be replaced',
  },
  ko: {
    done: ({ edits, files }) => `파일 ${grouped(files)}개에서 값 ${grouped(edits)}개를 바꿨습니다`,
    wouldBe: ({ edits, files }) =>
      `파일 ${grouped(files)}개에서 값 ${grouped(edits)}개가 바뀝니다. 쓰려면 --write를 붙이세요`,
    nothing: '바꿀 값이 없습니다',
  },
};

/** The words for `--fix`. */
export const FIX_WORDS: Readonly<Record<Language, RewriteWords>> = {
  en: {
    done: ({ edits, files }) => `${count(edits, 'problem')} in ${count(files, 'file')} fixed`,
    wouldBe: ({ edits, files }) =>
      `${count(edits, 'problem')} in ${count(files, 'file')} would be fixed; run it without --dry-run`,
    nothing: 'nothing would be fixed',
  },
  ko: {
    done: ({ edits, files }) => `파일 ${grouped(files)}개에서 문제 ${grouped(edits)}건을 고쳤습니다`,
    wouldBe: ({ edits, files }) =>
      `파일 ${grouped(files)}개에서 문제 ${grouped(edits)}건을 고치게 됩니다. 쓰려면 --dry-run을 빼세요`,
    nothing: '고칠 것이 없습니다',
  },
};

/** Says that a file keeps its real-looking values, since it would be broken without them. */
export function leftAsItIs(file: string, problem: string, language: Language): string {
  return language === 'ko'
    ? `${file}: 지어낸 값을 넣으면 올바르지 않게 되므로 그대로 두었습니다(${problem})`
    : `${file} is left as it is: with made-up values it would not be valid (${problem})`;
}
