// People paste what they have: JSON, the argument of IMP.request_pay, the query of a redirect.
import { parse } from 'yaml';

/** The text as JSON where it is a query or a JavaScript object; else the text as it is. */
export function readPasted(text) {
  const trimmed = text.trim();
  if (/^\??[\w[\].]+=[^\n{}]*$/.test(trimmed))
    return converted(Object.fromEntries(new URLSearchParams(trimmed.replace(/^\?/, ''))));
  if (!/^(IMP\.\w+\()?\s*\{/.test(trimmed) || isJson(trimmed)) return { text, isConverted: false };
  const object = trimmed
    .replace(/^IMP\.\w+\(\s*/, '')
    .replace(/\}\s*(,\s*(\(|function|async|[\w$]+\s*\)?\s*;?\s*$)[\s\S]*|\)?\s*;?\s*)$/, '}');
  if (!/^\{\s*(\/\/[^\n]*\s*)*['\w$]/.test(object)) return { text, isConverted: false };
  try {
    // A flow mapping of YAML is what a JavaScript object of plain values looks like.
    const value = parse(
      object.replaceAll(/(^|[\s,{])\/\/[^\n]*$/gm, '$1').replaceAll(/^(\s*[\w$]+):(?=\S)/gm, '$1: '),
      { maxAliasCount: 0 },
    );
    if (value !== null && typeof value === 'object') return converted(value);
  } catch {
    // Not that either: the findings say what is wrong with it as JSON.
  }
  return { text, isConverted: false };
}

function isJson(text) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function converted(value) {
  return { text: JSON.stringify(value, null, 2), isConverted: true };
}
