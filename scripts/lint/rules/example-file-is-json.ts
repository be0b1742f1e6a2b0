import { exampleTexts } from '../../messages/example-texts.js';
import { defineRule } from '../rule.js';

// Redocly does not open the files that `externalValue` names, even to check that they exist.
export const exampleFileIsJson = defineRule({
  on: 'example',
  set: 'recommended',
  title: { en: 'An example file is missing or is not JSON', ko: '예제 파일이 없거나 JSON이 아닙니다' },
  cause: {
    en: 'The file in `externalValue` was moved, is misspelt, is not valid JSON, or is outside the project. Most tools do not open it.',
    ko: '`externalValue`가 가리키는 파일이 옮겨졌거나, 이름이 틀렸거나, 내용이 깨졌습니다. 대부분의 도구는 이 파일을 열어 보지 않습니다.',
  },
  fix: {
    en: 'Correct the path, which is relative to the file that contains it, or the JSON of the example.',
    ko: '경로(적힌 파일을 기준으로 한 상대 경로)나 예제의 JSON을 고치세요.',
  },
  check({ externalValue }, at) {
    if (typeof externalValue !== 'string') return;
    const read = at.readExample(externalValue);
    if (read === undefined || read.ok) return;
    return { at: at.child('externalValue'), ...exampleTexts({ file: externalValue, problem: read.problem }) };
  },
});
