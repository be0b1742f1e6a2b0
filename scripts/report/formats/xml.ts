import { printable } from '../printable.js';

/** First line of an XML file. */
export const XML_HEADER = '<?xml version="1.0" encoding="UTF-8"?>\n';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Escapes text for XML, in content and in attributes. XML 1.0 has no form for some characters: they are replaced. */
export function escapeXml(text: string): string {
  const legal = text
    .split('\n')
    .map(printable)
    .join('\n')
    .replace(/[\ufffe\uffff]/g, '\ufffd');
  return legal.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '').replaceAll('\n', '&#10;');
}
