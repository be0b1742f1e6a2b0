import { defineRule } from '../rule.js';

const PLACEHOLDER =
  /^((todo|tbd|fixme|xxx)\b.*|string|number|integer|boolean|object|array|description|none|n\/a|[-.?_\s]*)[.:]?$/i;

// A description that says nothing is worse than none: nobody looks for the one that is missing.
export const descriptionIsNoPlaceholder = defineRule({
  id: 'description-is-no-placeholder',
  severity: 'error',
  on: 'schema',
  set: 'any',
  title: { en: 'A description says nothing', ko: '설명에 내용이 없습니다' },
  cause: {
    en: 'The description repeats the name or was never written. Worse than none: nobody looks for the one that is missing.',
    ko: '설명이 이름을 되풀이하거나 아직 쓰이지 않았습니다. 설명이 없으면 찾아서 채우기라도 하지만, 이런 설명은 아무도 찾지 않습니다.',
  },
  fix: {
    en: 'Say what the value means, its unit and when it is there, or delete the description.',
    ko: '값의 뜻과 단위, 언제 있는지를 쓰거나 설명을 지우세요.',
  },
  check({ description }, at) {
    if (description === undefined) return;
    const isName = words(description) === words(at.name);
    if (!isName && !PLACEHOLDER.test(description.trim())) return;
    return {
      at: at.child('description'),
      message: {
        en: `The description of \`${at.name}\` says nothing.`,
        ko: `\`${at.name}\`의 설명에 내용이 없습니다.`,
      },
    };
  },
});

function words(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
