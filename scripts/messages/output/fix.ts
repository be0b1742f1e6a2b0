import type { Texts } from '../entry.js';
import { count, grouped } from '../grouped.js';

interface Amount {
  readonly edits: number;
  readonly files: number;
  /** Whether the edits were made; otherwise they would be. */
  readonly isWritten: boolean;
}

/** What `--redact` and `--fix` have changed, or would change. */
export const REWRITE_WORDS = {
  redact: ({ edits, files, isWritten }: Amount): Texts => ({
    en: `${count(edits, 'value')} in ${count(files, 'file')} ${isWritten ? 'replaced' : 'would be replaced; run it with --write'}`,
    ko: `파일 ${grouped(files)}개에서 값 ${grouped(edits)}개${isWritten ? '를 바꿨습니다' : '가 바뀝니다. 쓰려면 --write를 붙이세요'}`,
  }),
  fix: ({ edits, files, isWritten }: Amount): Texts => ({
    en: `${count(edits, 'problem')} in ${count(files, 'file')} ${isWritten ? 'fixed' : 'would be fixed; run it without --dry-run'}`,
    ko: `파일 ${grouped(files)}개에서 문제 ${grouped(edits)}건을 ${isWritten ? '고쳤습니다' : '고치게 됩니다. 쓰려면 --dry-run을 빼세요'}`,
  }),
};

/** What they say when there is nothing to change. */
export const NOTHING_WORDS = {
  redact: { en: 'nothing would be replaced', ko: '바꿀 값이 없습니다' },
  fix: { en: 'nothing would be fixed', ko: '고칠 것이 없습니다' },
};

/** Says that a file keeps its real-looking values, since it would be broken without them. */
export function leftAsItIs(file: string, problem: Texts): Texts {
  return {
    en: `${file} is left as it is: with made-up values it would not be valid (${problem.en})`,
    ko: `${file}: 지어낸 값을 넣으면 올바르지 않게 되므로 그대로 두었습니다(${problem.ko})`,
  };
}
