// Pagefind finds words by their beginnings only. So every Korean word is followed, for the index alone, by its endings:
// `가상계좌` becomes `가상계좌^^상계좌^^계좌`, which Pagefind indexes as one word with three parts, and 계좌 finds it.
// `withoutMarks` removes the endings from what people see.

const MARK = '^^';
const MARKED = /(?:\^\^[가-힣]+)+/g;

/** The HTML of a page for the index: endings of Korean words in its main part. */
export function searchable(html) {
  const start = html.indexOf('<main');
  if (start === -1) return html;
  const end = html.indexOf('</main>', start);
  return html.slice(0, start) + withEndings(html.slice(start, end)) + html.slice(end);
}

/** The same text as before `searchable`. */
export function withoutMarks(text) {
  return text.replaceAll(MARKED, '');
}

function withEndings(html) {
  return html.replaceAll(/<(script|style|svg|pre|textarea|select)\b[\s\S]*?<\/\1>|<[^>]+>|[^<]+/g, (part) =>
    part.startsWith('<') ? part : part.replaceAll(/([A-Za-z\d]?)([가-힣]{2,})/g, marked),
  );
}

/** A name before the word, as in KG이니시스, makes the word itself an ending. */
function marked(all, before, word) {
  const endings = Array.from({ length: word.length - 1 }, (_, index) => word.slice(index));
  return [all, ...(before ? endings : endings.slice(1))].join(MARK);
}
