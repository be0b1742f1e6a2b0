import { defineRule } from '../rule.js';

const PLACEHOLDER =
  /^((todo|tbd|fixme|xxx)\b.*|string|number|integer|boolean|object|array|description|none|n\/a|[-.?_\s]*)[.:]?$/i;

// A placeholder is worse than no description: it hides that one is missing.
export const descriptionIsNoPlaceholder = defineRule('description-is-no-placeholder', {
  on: 'schema',
  set: 'recommended',
  check({ description }, at) {
    if (description === undefined) return;
    const isName = words(description) === words(at.name);
    if (!isName && !PLACEHOLDER.test(description.trim())) return;
    return { at: at.child('description'), values: { name: at.name } };
  },
});

function words(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
