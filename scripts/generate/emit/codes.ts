import { compareText } from '../../messages/diagnostic.js';
import { codeFile } from './banner.js';
import type { Model, OutputFile } from '../model/model.js';
import { isObject } from '../../json/schema.js';
import { docComment, literal, propertyName } from '../text.js';
import { camelCase, createNamer, listName, pascalCase } from '../../openapi/identifiers.js';

/** A table of codes and their meanings, from `x-code-tables` of the document. */
interface CodeTable {
  readonly key: string;
  readonly title: string;
  readonly source: string;
  readonly date: string;
  readonly codes: readonly (readonly [code: string, name: string])[];
}

/** `codes.ts`: each table of codes as data, with a look-up that never throws. Nothing for a document without tables. */
export function emitCodes({ document, enums }: Model): OutputFile[] {
  const tables = codeTables(document['x-code-tables']);
  if (tables.length === 0) return [];
  const unique = createNamer();
  // Lists of enums are named the same way and exported by the same entry.
  enums.forEach(({ name }) => unique(name));
  return [codeFile('codes.ts', tables.map((table) => tableCode(table, unique)).join('\n'))];
}

function codeTables(section: unknown): CodeTable[] {
  if (!isObject(section)) return [];
  const entries = Object.entries(section).sort(([a], [b]) => compareText(a, b));
  return entries.flatMap(([key, table]) => (isObject(table) && isObject(table.codes) ? [readTable(key, table)] : []));
}

function readTable(key: string, { title, source, date, codes }: Record<string, unknown>): CodeTable {
  const pairs = Object.entries(isObject(codes) ? codes : {}).map(([code, name]) => [code, textOf(name, code)] as const);
  return {
    key,
    title: textOf(title, key),
    source: textOf(source, 'unknown'),
    date: textOf(date, 'unknown'),
    codes: pairs.sort(([a], [b]) => compareText(a, b)),
  };
}

function textOf(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise;
}

function tableCode({ key, title, source, date, codes }: CodeTable, unique: (name: string) => string): string {
  const name = unique(`${pascalCase(key)}Name`);
  const list = listName(name);
  const lines = codes.map(([code, text]) => `  ${propertyName(code)}: ${literal(text)},`);
  return [
    docComment(`${title}.\n\nSource, as of ${date}: ${source}`),
    `export const ${list}: Readonly<Record<string, string>> = {\n${lines.join('\n')}\n};\n\n`,
    docComment(`What a code stands for, by {@link ${list}}; undefined when it is not listed. Never throws.`),
    `export function ${camelCase(name)}(code: string | null | undefined): string | undefined {\n`,
    `  return typeof code === 'string' && Object.hasOwn(${list}, code) ? ${list}[code] : undefined;\n}\n`,
  ].join('');
}
