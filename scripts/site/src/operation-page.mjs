// What starlight-openapi leaves out of its pages: Korean words, a description, and which part of a page the search reads.
import descriptions from './generated/descriptions.json' with { type: 'json' };
import { KOREAN, PATTERNS } from './operation-words.mjs';

/** The HTML of a page of starlight-openapi, completed; any other page as it is. */
export function completed(html, pathname) {
  const description = descriptions[pathname];
  if (description === undefined) return html;
  const text = escaped(description);
  const head = `<meta name="description" content="${text}"/><meta property="og:description" content="${text}"/>`;
  const page = html
    .replace('</title>', () => `</title>${head}`)
    // The fields of an answer are on the page of its schema; every operation would be found by each of them.
    .replaceAll(
      /<section(?=[^>]*data-openapi-section-level="3"[^>]*>.{0,90}<h3 id="\d{3}")/g,
      '<section data-pagefind-ignore',
    );
  return pathname.startsWith('/en/') ? page : inKorean(page);
}

function inKorean(html) {
  return (
    html
      // The live region would be filled with English; a screen reader reads the chosen option itself.
      .replace(/<div aria-live="polite" class="sr-only[^"]*" id="sl-openapi-snippet-status"[^>]*><\/div>/, '')
      .replaceAll(/(?<=>)[^<>]+(?=<)/g, translated)
      .replaceAll(/(?<=\s(?:aria-label|content)=")[^"]+(?=")/g, translated)
  );
}

function translated(text) {
  const [, before, word, after] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text);
  if (Object.hasOwn(KOREAN, word)) return before + KOREAN[word] + after;
  const [pattern, korean] = PATTERNS.find(([each]) => each.test(word)) ?? [];
  if (pattern) return before + word.replace(pattern, korean) + after;
  return text.replace(/(?<=“\s*)[A-Z][\w ]+?(?=\s*”)|^Overview(?= \|)/, (name) => KOREAN[name] ?? name);
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
