import { readInvariants, type Invariant } from '../../invariants/declared-invariants.js';
import { isObject, type Schema } from '../../json/schema.js';
import type { Model, OutputFile, SchemaModel } from '../model/model.js';
import { listName } from '../../openapi/identifiers.js';
import { docComment, literal } from '../text.js';
import { codeFile } from './banner.js';
import { conditionData } from './condition-data.js';
import { shapeOf } from './request-shape.js';
import { valueCode } from './value-code.js';

/**
 * `rules/<Schema>.ts`: what a schema with `x-gateway` demands, small enough for a page: types, conditions by gateway, other
 * names, open lists; its sentences, a language a file. Nothing for other schemas: their conditions are checked by `validate`.
 */
export function emitRequestRules({ schemas }: Model): OutputFile[] {
  const all = new Map(schemas.map(({ name, schema }) => [name, schema]));
  return schemas
    .filter(({ schema }) => typeof schema['x-gateway'] === 'string')
    .flatMap((model) => [
      codeFile(`rules/${model.name}.ts`, rulesCode(model, all)),
      codeFile(
        `rules/${model.name}.en.ts`,
        textsCode(model, 'English', ({ description }) => description),
      ),
      codeFile(
        `rules/${model.name}.ko.ts`,
        textsCode(model, 'Korean', (rule) => rule.koreanDescription),
      ),
    ]);
}

function rulesCode({ name, schema }: SchemaModel, all: ReadonlyMap<string, Schema>): string {
  const { 'x-gateway': gatewayProperty, 'x-other-names': otherNames } = schema;
  const members = [
    `  gatewayProperty: ${valueCode(gatewayProperty)},`,
    `  shape: ${valueCode(shapeOf(schema, all))},`,
    `  otherNames: ${valueCode(isObject(otherNames) ? otherNames : {})},`,
    `  lists: ${valueCode(openLists(schema))},`,
    `  rules: [\n${rulesOf(schema)
      .map((rule) => `    ${ruleCode(rule)},`)
      .join('\n')}\n  ],`,
  ];
  const doc = `What \`${name}\` demands. Conditions are lists of an operator and its operands.`;
  return `${docComment(doc)}export const ${listName(`${name}Rule`)} = {\n${members.join('\n')}\n} as const;`;
}

function textsCode({ name, schema }: SchemaModel, language: string, textOf: (rule: Invariant) => string): string {
  const lines = rulesOf(schema).map((rule) => `  ${literal(textOf(rule))},`);
  const doc = `Sentences of the rules of \`${name}\` in ${language}, in their order.`;
  return `${docComment(doc)}export const ${listName(`${name}Text`)}: readonly string[] = [\n${lines.join('\n')}\n];`;
}

function openLists({ properties = {} }: Schema): Readonly<Record<string, unknown>> {
  const lists = Object.entries(properties).flatMap(([key, property]) => {
    const known: unknown = property['x-extensible-enum'];
    return Array.isArray(known) ? [[key, known] as const] : [];
  });
  return Object.fromEntries(lists);
}

/** What is blamed once is not blamed again: no warning may stand in the way of an error. Notes are for the documentation. */
function rulesOf(schema: Schema): readonly Invariant[] {
  const { invariants } = readInvariants(schema);
  return ['error', 'warning'].flatMap((grade) => invariants.filter(({ severity }) => severity === grade));
}

function ruleCode({ severity, gateways, exceptGateways, premise, conditions, at }: Invariant): string {
  return valueCode({
    ...(severity !== 'error' && { severity }),
    ...(gateways !== undefined && { on: gateways.join(' ') }),
    ...(exceptGateways !== undefined && { except: exceptGateways.join(' ') }),
    ...(premise !== undefined && { when: conditionData(premise) }),
    check: conditions.map(({ expression }) => conditionData(expression)),
    ...(at !== undefined && { at }),
  });
}
