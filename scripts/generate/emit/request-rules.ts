import { pathsIn } from '../../invariants/expression.js';
import { type Invariant, readInvariants } from '../../invariants/declared-invariants.js';
import { isObject, type Schema, typesOf } from '../../json/schema.js';
import type { Model, OutputFile, SchemaModel } from '../model/model.js';
import { listName } from '../../openapi/identifiers.js';
import { docComment, literal, valueCode } from '../text.js';
import { codeFile } from './banner.js';
import { conditionText, isForPages } from './condition-text.js';

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
  const rules = rulesOf(schema);
  const codes = gatewayCodes(rules, String(gatewayProperty));
  const members = [
    `  gatewayProperty: ${valueCode(gatewayProperty)},`,
    `  gateways: ${literal(codes.join(' '))},`,
    `  shape: ${valueCode(shapeOf(schema, all))},`,
    `  otherNames: ${valueCode(isObject(otherNames) ? otherNames : {})},`,
    `  lists: ${valueCode(openLists(schema))},`,
    `  rules: [\n${rules.map((rule) => `    ${literal(ruleText(rule, codes))},`).join('\n')}\n  ],`,
  ];
  const doc = `What \`${name}\` demands. How rules are written: \`RequestRules\` of \`src/browser/request-rules.ts\`.`;
  return `${docComment(doc)}export const ${listName(`${name}Rule`)} = {\n${members.join('\n')}\n} as const;`;
}

function textsCode({ name, schema }: SchemaModel, language: string, textOf: (rule: Invariant) => string): string {
  const lines = rulesOf(schema).map((rule) => `  ${literal(isPlain(rule) ? '' : textOf(rule))},`);
  const doc = `Sentences of the rules of \`${name}\` in ${language}, in their order; '' where the page makes it from the rule.`;
  return `${docComment(doc)}export const ${listName(`${name}Text`)}: readonly string[] = [\n${lines.join('\n')}\n];`;
}

/** Values are joined by blanks, so a list of values that contain blanks is not checked on a page. */
function openLists({ properties = {} }: Schema): Readonly<Record<string, string>> {
  const lists = Object.entries(properties).flatMap(([key, { 'x-extensible-enum': known }]) =>
    Array.isArray(known) && known.every((value) => typeof value === 'string' && !value.includes(' '))
      ? [[key, known.join(' ')] as const]
      : [],
  );
  return Object.fromEntries(lists);
}

const NEED = /^[?!%][\w.[\]]+$/;
const FORBID = /^\^ [?!][\w.]+$/;
const LIMIT = /^([=#] \.[\w.]+ ["\dtf]\S*|@\d+ .+ \.[\w.]+|[{}] [.lb][\w.]+ \d+)$/;

/** Whether a rule only demands parameters or a value, so that a page needs no sentence to say it: the texts are most of its size. */
function isPlain({ premise, conditions, at, description }: Invariant): boolean {
  const texts = conditions.map(({ expression }) => conditionText(expression));
  const when = premise === undefined ? '' : conditionText(premise);
  const isSimple = (text: string): boolean => NEED.test(text) || (LIMIT.test(text) && /^[=@]/.test(text));
  if (at === undefined && texts.length === 1 && description === `${texts[0]?.slice(1)} is required.`) return true;
  if (at !== undefined || (when !== '' && !isSimple(when))) return false;
  // "a is required with a" would be meaningless.
  const names = conditions.flatMap(({ expression }) => pathsIn(expression).map(String));
  if (premise !== undefined && pathsIn(premise).some((path) => names.includes(String(path)))) return false;
  return (
    texts.every((text) => NEED.test(text)) ||
    (texts.length === 1 && (LIMIT.test(texts[0] ?? '') || FORBID.test(texts[0] ?? '')))
  );
}

/** Errors first: each property is reported once, and a warning must not hide an error. Notes are for the documentation only. */
function rulesOf(schema: Schema): readonly Invariant[] {
  const invariants = readInvariants(schema).invariants.filter(({ premise, conditions }) =>
    [...(premise === undefined ? [] : [premise]), ...conditions.map(({ expression }) => expression)].every(isForPages),
  );
  return ['error', 'warning'].flatMap((grade) => invariants.filter(({ severity }) => severity === grade));
}

/** Every gateway that a rule names; first those that a pattern for the gateway's own property lists, in its order. */
function gatewayCodes(rules: readonly Invariant[], gatewayProperty: string): string[] {
  const patterns = rules.flatMap(({ conditions }) =>
    conditions.flatMap(({ expression: call }) =>
      call.kind === 'call' && call.name === 'matches' && call.path.join('.') === gatewayProperty
        ? [call.pattern ?? '']
        : [],
    ),
  );
  const listed = patterns.flatMap((pattern) => /^\^\(([\w|]+)\)/.exec(pattern)?.[1]?.split('|') ?? []);
  const named = rules.flatMap(({ gateways = [], exceptGateways = [] }) => [...gateways, ...exceptGateways]);
  return [...new Set([...listed, ...named])];
}

function ruleText({ severity, gateways, exceptGateways, premise, conditions, at }: Invariant, codes: string[]): string {
  const letters = (gateways ?? exceptGateways ?? []).map((code) => letterOf(codes.indexOf(code))).join('');
  const fields = [
    `${severity === 'error' ? '' : '?'}${exceptGateways === undefined ? '' : '~'}${letters}`,
    premise === undefined ? '' : conditionText(premise),
    conditions.map(({ expression }) => conditionText(expression)).join(' ; '),
    ...(at === undefined ? [] : [at]),
  ];
  return fields.join(' | ').replace(codes.join('|'), '…');
}

/** One character for the gateway at an index. */
function letterOf(index: number): string {
  return String.fromCharCode(index + (index < 58 ? 65 : 256));
}

/** A shape as the runtime reads it: letters, lists and objects of them. */
type ShapeData = string | readonly ShapeData[] | { readonly [name: string]: ShapeData };

const LETTERS: Readonly<Record<string, string>> = {
  string: 's',
  number: 'n',
  integer: 'i',
  boolean: 'b',
  object: 'o',
  null: '0',
};

// Deeper than any request; schemas may refer to themselves.
const MOST_LEVELS = 8;

/** The types of a schema, small enough for a page: no lengths, no lists of values. */
function shapeOf(schema: Schema, all: ReadonlyMap<string, Schema>, level = 0): ShapeData {
  const { $ref, anyOf, items, properties = {}, required = [] } = schema;
  const target = $ref === undefined ? undefined : all.get($ref.slice($ref.lastIndexOf('/') + 1));
  if (level > MOST_LEVELS) return '';
  if (target !== undefined) return shapeOf(target, all, level + 1);
  if (anyOf !== undefined) return anyOf.map((each) => shapeOf(each, all, level + 1));
  const types = typesOf(schema);
  if (types.includes('array')) return [typeof items === 'object' ? shapeOf(items, all, level + 1) : ''];
  const names = Object.entries(properties);
  // An open record is passed on unread: its types are for completion in editors.
  if (names.length === 0 || schema.additionalProperties === true) return scalarShape(types, schema);
  return Object.fromEntries(
    names.map(([name, part]) => [required.includes(name) ? `${name}!` : name, shapeOf(part, all, level + 1)]),
  );
}

function scalarShape(types: readonly string[], { minimum, pattern }: Schema): string {
  const letters = types.map((type) => LETTERS[type] ?? '').join('');
  if (typeof pattern === 'string') return `${letters}/${pattern}`;
  return typeof minimum === 'number' ? `${letters}>=${minimum}` : letters;
}
