import type { Bound } from '../json/bounds.js';
import { boundTexts } from './bound.js';
import type { Texts } from './entry.js';
import { reasonTexts, type Reason } from './reason.js';

/**
 * Why an example file cannot be taken into the document: the folder it is outside of, why it cannot be read, the place
 * (`line:column`) where it is not JSON, or which limit it exceeds.
 */
export type ExampleProblem =
  | { readonly code: 'outside'; readonly folder: string }
  | { readonly code: 'unreadable'; readonly reason: Reason }
  | { readonly code: 'syntax'; readonly place: string }
  | { readonly code: 'harmful'; readonly bound: Bound };

/** An example file that cannot be taken into the document. */
export interface UnusableExample {
  /** As `externalValue` names it. */
  readonly file: string;
  readonly problem: ExampleProblem;
}

/** States why an example file cannot be taken into the document. */
export function exampleTexts({ file, problem }: UnusableExample): Texts {
  switch (problem.code) {
    case 'syntax':
      return {
        en: `The example \`${file}\` is not JSON (${file}:${problem.place}).`,
        ko: `예제 \`${file}\` 파일이 JSON이 아닙니다(${file}:${problem.place}).`,
      };
    case 'unreadable': {
      const { en, ko } = reasonTexts(problem.reason);
      return {
        en: `The example \`${file}\` cannot be read (${en}); the path is relative to this file.`,
        ko: `예제 \`${file}\` 파일을 읽을 수 없습니다(${ko}). 경로는 이 파일을 기준으로 합니다.`,
      };
    }
    case 'outside':
      return {
        en: `The example \`${file}\` is outside ${problem.folder}, the folder of the project; put a copy beside the document.`,
        ko: `예제 \`${file}\` 파일이 프로젝트 폴더 ${problem.folder} 밖에 있습니다. 문서 옆에 복사해 두세요.`,
      };
    case 'harmful': {
      const { en, ko } = boundTexts(problem.bound);
      return {
        en: `The example \`${file}\` cannot be taken in: ${en}.`,
        ko: `예제 \`${file}\` 파일을 넣을 수 없습니다: ${ko}.`,
      };
    }
  }
}
