// Mermaid in the pages becomes SVG when the site is built, in the colours of the page.
import { renderMermaidSVG } from 'beautiful-mermaid';

let count = 0;

/** Draws every diagram of a page; the Markdown copy keeps the text. */
export function drawDiagrams(markdown, title) {
  return markdown.replaceAll(/^```mermaid\n([\s\S]*?)^```$/gm, (_all, source) => {
    count += 1;
    const svg = renderMermaidSVG(source, {
      bg: 'var(--sl-color-bg)',
      fg: 'var(--sl-color-text)',
      muted: 'var(--sl-color-text)', // labels of arrows: the default is too faint to read
      transparent: true,
      font: 'system-ui',
    })
      .replaceAll(/@import url\([^)]*\);?/g, '')
      .replaceAll(/\bid="([^"]+)"/g, `id="d${count}-$1"`)
      .replaceAll(/url\(#([^)]+)\)/g, `url(#d${count}-$1)`)
      .replaceAll(/\n\s*/g, '')
      .replace('<svg', `<svg role="img" aria-label="${title.replaceAll('"', '&quot;')}"`);
    return `<div class="diagram">${svg}</div>`;
  });
}
