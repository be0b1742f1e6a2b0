import { defineRule } from '../rule.js';

const PLACEHOLDER =
  /^((todo|tbd|fixme|xxx)\b.*|string|number|integer|boolean|object|array|description|none|n\/a|[-.?_\s]*)[.:]?$/i;

// A description that says nothing is worse than none: nobody looks for the one that is missing.
export const descriptionIsNoPlaceholder = defineRule({
  id: 'description-is-no-placeholder',
  severity: 'error',
  on: 'schema',
  check({ description }, at) {
    if (description === undefined) return;
    const isName = words(description) === words(at.name);
    if (!isName && !PLACEHOLDER.test(description.trim())) return;
    return { at: at.child('description'), message: `The description of \`${at.name}\` says nothing.` };
  },
});

function words(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
