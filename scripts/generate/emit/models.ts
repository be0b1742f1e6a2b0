import { codeFile } from './banner.js';
import { isOfIamport } from './client-maker.js';
import type { EnumModel, Model, OutputFile } from '../model/model.js';
import { docComment, literal } from '../text.js';
import { declaration } from '../types/declaration.js';

/** In UTF-16 units. */
const LONGEST_LINE = 120;

const UNIX_TIME_DOC = 'Seconds since 1970-01-01T00:00:00Z, as an integer.';
const IAMPORT_TIME_DOC = `${UNIX_TIME_DOC} 0 means "not yet".`;

/** `models.ts`: the type of every schema but the inputs of operations; the list, the types and the guard of every enum. */
export function emitModels(model: Model): OutputFile[] {
  const { schemas, enums, typed, unixTime } = model;
  // The type of such a component is written with its list.
  const listed = new Set(enums.map(({ name }) => name));
  const types = typed.components?.schemas ?? {};
  const context = { schemas: types, use: () => undefined };
  const timeDoc = isOfIamport(model) ? IAMPORT_TIME_DOC : UNIX_TIME_DOC;
  const text = [
    ...(unixTime === undefined ? [] : [`${docComment(timeDoc)}export type ${unixTime} = number;`]),
    ...schemas
      .filter(({ name, file }) => file === 'models' && !listed.has(name))
      .map(({ name }) => declaration(name, types[name] ?? {}, context)),
    ...enums.map(enumCode),
  ];
  return [codeFile('models.ts', text.length === 0 ? 'export {};' : text.join('\n\n'))];
}

function enumCode({ name, listName, members, isOpen, description }: EnumModel): string {
  const base = typeof members[0] === 'number' ? 'number' : 'string';
  const doc = isOpen ? `${description} New values may appear.`.trim() : description;
  return [
    `${docComment(`The known values of {@link ${name}}.`)}export const ${listName} = ${list(members)} as const;`,
    `${docComment(`A value listed in {@link ${listName}}.`)}export type Known${name} = (typeof ${listName})[number];`,
    `${docComment(doc)}export type ${name} = Known${name}${isOpen ? ` | (${base} & {})` : ''};`,
    `${docComment(`Tells whether a value is listed in {@link ${listName}}.`)}export function isKnown${name}(value: unknown): value is Known${name} {\n` +
      `  return (${listName} as readonly unknown[]).includes(value);\n}`,
  ].join('\n\n');
}

function list(members: EnumModel['members']): string {
  const texts = members.map(literal);
  const line = `[${texts.join(', ')}]`;
  return line.length <= LONGEST_LINE / 2 ? line : `[\n${texts.map((text) => `  ${text},`).join('\n')}\n]`;
}
