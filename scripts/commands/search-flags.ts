import type { FindOptions } from '../files/find-files.js';
import type { Flag, Invocation } from './command.js';

/** Flags of every command that takes files, folders and globs. */
export const SEARCH_FLAGS = {
  ignore: {
    type: 'string',
    value: 'GLOB',
    isRepeatable: true,
    description: {
      en: 'Files to leave out, in the syntax of .gitignore. An argument such as "!old/**" does the same',
      ko: '검사하지 않을 파일(.gitignore 문법). "!old/**" 같은 인자도 같습니다',
    },
  },
  'stdin-name': {
    type: 'string',
    value: 'FILE',
    description: {
      en: 'File name for stdin; its extension sets the format, its folder may name the schema',
      ko: '표준 입력의 이름. 확장자로 형식을, 폴더로 스키마를 정합니다',
    },
  },
} as const satisfies Readonly<Record<string, Flag>>;

/** Reads the flags for finding files. */
export function searchOptions(invocation: Invocation): FindOptions {
  return {
    cwd: invocation.cwd,
    stdinName: invocation.text('stdin-name'),
    ignored: invocation.texts('ignore'),
  };
}
