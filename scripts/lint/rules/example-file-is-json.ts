import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { Texts } from '../../catalogue/entry.js';
import { defineRule } from '../rule.js';

// Redocly neither opens nor misses the files that `externalValue` names.
export const exampleFileIsJson = defineRule({
  id: 'example-file-is-json',
  severity: 'error',
  on: 'example',
  set: 'any',
  title: { en: 'An example file is missing or is not JSON', ko: '예제 파일이 없거나 JSON이 아닙니다' },
  cause: {
    en: 'The file that `externalValue` names was moved, misspelt or broken; most tools neither open it nor miss it.',
    ko: '`externalValue`가 가리키는 파일이 옮겨졌거나, 이름이 틀렸거나, 내용이 깨졌습니다. 대부분의 도구는 이 파일을 열어 보지 않습니다.',
  },
  fix: {
    en: 'Correct the path, relative to the file it stands in, or the JSON of the example.',
    ko: '경로(적힌 파일을 기준으로 한 상대 경로)나 예제의 JSON을 고치세요.',
  },
  check({ externalValue }, at) {
    if (externalValue === undefined) return;
    const problem = problemOf(path.resolve(path.dirname(at.file), externalValue));
    if (problem === undefined) return;
    return { at: at.child('externalValue'), message: MESSAGES[problem](externalValue) };
  },
});

type Problem = 'syntax' | 'unreadable';

const MESSAGES: Readonly<Record<Problem, (file: string) => Texts>> = {
  syntax: (file) => ({ en: `The example \`${file}\` is not JSON.`, ko: `예제 \`${file}\` 파일이 JSON이 아닙니다.` }),
  unreadable: (file) => ({
    en: `The example \`${file}\` cannot be read.`,
    ko: `예제 \`${file}\` 파일을 읽을 수 없습니다.`,
  }),
};

function problemOf(file: string): Problem | undefined {
  try {
    JSON.parse(readFileSync(file, 'utf8'));
    return undefined;
  } catch (cause) {
    return cause instanceof SyntaxError ? 'syntax' : 'unreadable';
  }
}
