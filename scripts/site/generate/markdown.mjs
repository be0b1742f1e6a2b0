// Text of the document in Markdown.

/** A cell of a table. */
export function cell(text) {
  return String(text ?? '')
    .trim()
    .replaceAll('|', '\\|')
    .replaceAll(/\s*\n+\s*/g, ' ')
    .replaceAll(/<(?=[a-z/!])/gi, '&lt;');
}

/** A table; nothing when there are no rows. */
export function table(titles, rows) {
  if (rows.length === 0) return '';
  const line = (cells) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(titles), line(titles.map(() => '---')), ...rows.map(line)].join('\n') + '\n';
}

/** A block of code whose fence is longer than any inside. */
export function fence(language, code) {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const ticks = '`'.repeat(longest + 1);
  return `${ticks}${language}\n${code.replace(/\n$/, '')}\n${ticks}\n`;
}

/** Joins blocks with blank lines, leaving out empty ones. */
export function blocks(...parts) {
  return (
    parts
      .flat(9)
      .filter((part) => typeof part === 'string' && part.trim() !== '')
      .map((part) => part.trim())
      .join('\n\n') + '\n'
  );
}

/** First sentence, without Markdown, for descriptions of pages. */
export function firstSentence(text) {
  const plain = String(text ?? '')
    .replaceAll(/[`*]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const [sentence = ''] = /^.*?[.다](?=\s|$)/.exec(plain) ?? [plain];
  return sentence.slice(0, 160);
}

/** Plain text outside code that must not become markup. */
export function prose(text) {
  return String(text ?? '').replaceAll(/<(?=[a-z/!])/gi, '&lt;');
}
