import { defineRule } from '../rule.js';

const PLACEHOLDER =
  /^((todo|tbd|fixme|xxx)\b.*|string|number|integer|boolean|object|array|description|none|n\/a|[-.?_\s]*)[.:]?$/i;

// A placeholder is worse than no description: it hides that one is missing.
export const descriptionIsNoPlaceholder = defineRule({
  on: 'schema',
  set: 'recommended',
  title: { en: 'A description is a placeholder', ko: '설명에 내용이 없습니다' },
  cause: {
    en: 'The description repeats the name or is a placeholder. That is worse than none: it hides that a description is missing.',
    ko: '설명이 이름을 되풀이하거나 아직 쓰이지 않았습니다. 설명이 없으면 찾아서 채우기라도 하지만, 이런 설명은 아무도 찾지 않습니다.',
  },
  fix: {
    en: 'Describe the meaning of the value, its unit and when it is present, or delete the description.',
    ko: '값의 뜻과 단위, 언제 있는지를 쓰거나 설명을 지우세요.',
  },
  check({ description }, at) {
    if (description === undefined) return;
    const isName = words(description) === words(at.name);
    if (!isName && !PLACEHOLDER.test(description.trim())) return;
    return {
      at: at.child('description'),
      en: `The description of \`${at.name}\` is a placeholder.`,
      ko: `\`${at.name}\`의 설명에 내용이 없습니다.`,
    };
  },
});

function words(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
