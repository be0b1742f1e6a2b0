import { compareText } from '../../messages/diagnostic.js';
import { codeFile } from './banner.js';
import type { Model, OutputFile } from '../model/model.js';
import { isObject } from '../../json/schema.js';
import { docComment, literal, propertyName } from '../text.js';
import { camelCase, createNamer, listName, pascalCase } from '../../openapi/identifiers.js';

/** `codes.ts`: each table of codes as data, with a look-up that never throws. Nothing for a document without tables. */
export function emitCodes({ document, enums }: Model): OutputFile[] {
  const section = isObject(document['x-code-tables']) ? document['x-code-tables'] : {};
  const unique = createNamer();
  // Lists of enums are named the same way and exported by the same entry.
  enums.forEach(({ name }) => unique(name));
  const tables = sorted(section).flatMap(([key, table]) =>
    isObject(table) && isObject(table.codes) ? [tableCode(key, { ...table, codes: table.codes }, unique)] : [],
  );
  return tables.length === 0 ? [] : [codeFile('codes.ts', tables.join('\n'))];
}

function sorted(entries: Readonly<Record<string, unknown>>): [string, unknown][] {
  return Object.entries(entries).sort(([a], [b]) => compareText(a, b));
}

/** A table of codes and their meanings, from `x-code-tables` of the document. */
interface CodeTable {
  readonly title?: unknown;
  readonly source?: unknown;
  readonly date?: unknown;
  readonly codes: Readonly<Record<string, unknown>>;
}

function tableCode(key: string, { title, source, date, codes }: CodeTable, unique: (name: string) => string): string {
  const name = unique(`${pascalCase(key)}Name`);
  const list = listName(name);
  const lines = sorted(codes).map(([code, text]) => `  ${propertyName(code)}: ${literal(textOf(text, code))},`);
  const origin = `Source, as of ${textOf(date, 'unknown')}: ${textOf(source, 'unknown')}`;
  return [
    docComment(`${textOf(title, key)}.\n\n${origin}`),
    `export const ${list}: Readonly<Record<string, string>> = {\n${lines.join('\n')}\n};\n\n`,
    docComment(`The name of a code, by {@link ${list}}; undefined when it is not listed. Never throws.`),
    `export function ${camelCase(name)}(code: string | null | undefined): string | undefined {\n`,
    `  return typeof code === 'string' && Object.hasOwn(${list}, code) ? ${list}[code] : undefined;\n}\n`,
  ].join('');
}

function textOf(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise;
}
