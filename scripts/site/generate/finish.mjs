// What the pages need after Astro: tables and code that scroll and can be reached with the keyboard, and no marks of the search.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

import { withoutMarks } from '../src/search-marks.mjs';
import { SITE } from './paths.mjs';

/** Changes the built pages in place; returns how many there are. */
export function finishPages() {
  const dist = path.join(SITE, 'dist');
  const files = readdirSync(dist, { recursive: true }).filter((file) => file.endsWith('.html'));
  for (const file of files) {
    const text = readFileSync(path.join(dist, file), 'utf8');
    const label = /^en[\\/]/.test(file) ? 'Table' : '표';
    writeFileSync(path.join(dist, file), scrollable(withoutMarks(text), label));
  }
  finishResults(path.join(dist, 'pagefind/fragment'));
  return files.length;
}

function scrollable(html, label) {
  let count = 0;
  return (
    html
      .replaceAll(
        '<table>',
        () => `<div class="table" role="region" tabindex="0" aria-label="${label} ${(count += 1)}"><table>`,
      )
      .replaceAll('</table>', '</table></div>')
      .replaceAll('<div class="diagram">', '<div class="diagram" tabindex="0">')
      .replaceAll('<pre data-language', '<pre tabindex="0" data-language')
      // A heading of a column without words is not one.
      .replaceAll(/<th><\/th>/g, '<td></td>')
  );
}

/** The texts that the search shows; the index beside them keeps the marked words. */
function finishResults(folder) {
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    const text = gunzipSync(readFileSync(file)).toString('utf8');
    writeFileSync(file, gzipSync(withoutMarks(text)));
  }
}
