import type { Texts } from './entry.js';

/** Texts by code, each a function of the values of its code. */
type TextTable = Readonly<Record<string, (values: never) => Texts>>;

/** A code of a table and its values; no values where the text is constant. */
export type Coded<Table extends TextTable> = {
  [Code in keyof Table]: Parameters<Table[Code]> extends [infer Values]
    ? [code: Code, values: Values]
    : [code: Code, values?: undefined];
}[keyof Table];

/** Renders the text of a code of a table and its values. */
export function codedTexts<Table extends TextTable>(
  table: Table,
  [code, values]: readonly [code: keyof Table, values?: unknown],
): Texts {
  // `Coded` pairs each code with its own values, which the type of a union of functions cannot express.
  const text = table[code] as (values: unknown) => Texts;
  return text(values);
}
