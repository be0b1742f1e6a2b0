import { compareText } from '../../messages/diagnostic.js';
import type { Model, OutputFile } from '../model/model.js';
import { docComment, literal, propertyName, valueCode } from '../text.js';
import { codeFile } from './banner.js';
import type { EmitContext } from './emit-context.js';
import { type GatewayCell, type GatewayFacts, readGateways } from './gateway-facts.js';
import { isObject } from '../../json/schema.js';

/**
 * `gateways.ts`: what each payment gateway can do, as data with look-ups that never throw; `gateways.md`: the same as a table.
 * Nothing for a document without `x-gateways`.
 */
export function emitGateways({ document }: Model, { cache }: EmitContext): OutputFile[] {
  const stated = document['x-gateways'];
  return cache.get(`gateways ${JSON.stringify(stated)}`, () => {
    const gateways = readGateways(stated);
    return gateways.length === 0 ? [] : [codeFile('gateways.ts', gatewaysCode(gateways)), gatewayMatrix(gateways)];
  });
}

function gatewaysCode(gateways: readonly GatewayFacts[]): string {
  const features = [...new Set(gateways.flatMap(({ cells }) => cells.map(([name]) => name)))].sort(compareText);
  const names = (texts: readonly string[]): string => texts.map((text) => `  | ${literal(text)}`).join('\n');
  return `
${docComment('Code of a payment gateway.')}export type PgCode =
${names(gateways.map(({ code }) => code))};

${docComment('Name of a fact about a payment gateway.')}export type PgFeature =
${names(features)};

${LOOK_UPS}
${docComment('Everything known about each payment gateway.')}export const GATEWAYS: Readonly<Record<PgCode, PgFacts>> = {
${gateways.map(gatewayCode).join('\n')}
};
`;
}

function gatewayCode({ code, kind, legacy, note, payMethods, cells }: GatewayFacts): string {
  const methods = payMethods.map((cell) => `      ${cellCode(cell)},`);
  const facts = cells.map(([name, cell]) => `      ${propertyName(name)}: ${cellCode(cell)},`);
  return [
    `  ${propertyName(code)}: {`,
    `    kind: ${literal(kind)},`,
    `    legacy: ${String(legacy)},`,
    ...(note === undefined ? [] : [`    note: ${literal(note)},`]),
    methods.length === 0 ? '    payMethods: [],' : `    payMethods: [\n${methods.join('\n')}\n    ],`,
    `    features: {\n${facts.join('\n')}\n    },`,
    '  },',
  ].join('\n');
}

function cellCode({ value, confidence, source }: GatewayCell): string {
  return `{ value: ${valueCode(value)}, confidence: ${literal(confidence)}, source: ${literal(source)} }`;
}

const LOOK_UPS = `/** How sure a fact is: an official page says it, one page or several secondary ones, one report, or no text was found. */
export type PgConfidence = 'high' | 'medium' | 'low' | 'unknown';

/** One fact, how sure it is, and what says so. A value of null is not known. */
export interface PgCell<Value = unknown> {
  readonly value: Value;
  readonly confidence: PgConfidence;
  readonly source: string;
}

/** What is known about one payment gateway. */
export interface PgFacts {
  readonly kind: string;
  /** Whether it takes no new contracts. */
  readonly legacy: boolean;
  readonly note?: string;
  readonly payMethods: readonly PgCell<string>[];
  readonly features: Readonly<Partial<Record<PgFeature, PgCell>>>;
}

/** How a payment gateway issues billing keys. A value of null is not known. */
export interface PgBillingKey {
  /** Whether the window issues one. */
  readonly window: PgCell | undefined;
  /** Whether the API issues one. */
  readonly api: PgCell | undefined;
  /** Whether the window also pays. */
  readonly windowAlsoPays: PgCell | undefined;
}

/** What is known about a feature of a payment gateway; undefined for an unknown gateway or feature. Never throws. */
export function pgSupports(code: PgCode | (string & {}), feature: PgFeature | (string & {})): PgCell | undefined {
  const features: Readonly<Record<string, PgCell>> = factsOf(code)?.features ?? {};
  return Object.hasOwn(features, feature) ? features[feature] : undefined;
}

/** The values of \`pay_method\` that a payment gateway takes; none for an unknown gateway. Never throws. */
export function payMethodsOf(code: PgCode | (string & {})): readonly PgCell<string>[] {
  return factsOf(code)?.payMethods ?? [];
}

/** How a payment gateway issues billing keys; undefined for an unknown gateway. Never throws. */
export function billingKeyBy(code: PgCode | (string & {})): PgBillingKey | undefined {
  const facts = factsOf(code);
  if (facts === undefined) return undefined;
  const { billing, billing_window: window = billing, billing_api: api = billing, billing_window_also_pays: windowAlsoPays } = facts.features;
  return { window, api, windowAlsoPays };
}

function factsOf(code: string): PgFacts | undefined {
  const all: Readonly<Record<string, PgFacts>> = GATEWAYS;
  return Object.hasOwn(all, code) ? all[code] : undefined;
}
`;

/** Columns of the table: title, and the facts that are shown in it. */
const COLUMNS: readonly (readonly [title: string, ...features: readonly string[]])[] = [
  ['Name', 'name'],
  ['Billing key: window', 'billing_window', 'billing'],
  ['Billing key: API', 'billing_api', 'billing'],
  ['Window also pays', 'billing_window_also_pays'],
  ['Key-in', 'key_in_onetime'],
  ['Charge again', 'again'],
  ['Escrow', 'escrow'],
  ['Partial cancel', 'partial_cancel', 'partial_cancel_limits'],
  ['Refund of virtual accounts', 'vbank_refund'],
  ['Currency', 'currency'],
  ['Delivery', 'delivery'],
  ['SDK', 'min_sdk'],
];

/** `gateways.md`: what each payment gateway can do, as a Markdown table. */
function gatewayMatrix(gateways: readonly GatewayFacts[]): OutputFile {
  const titles = ['Gateway', 'Pay methods', ...COLUMNS.map(([title]) => title)];
  const rows = gateways.map((facts) => [
    `\`${facts.code}\`${facts.legacy ? ' (legacy)' : ''}`,
    facts.payMethods.map(shownCell).join(', '),
    ...COLUMNS.map(([, ...features]) => features.flatMap((name) => featureOf(facts, name)).join('; ')),
  ]);
  const lines = [titles, titles.map(() => '---'), ...rows].map((cells) => `| ${cells.map(escaped).join(' | ')} |`);
  const text = `# Payment gateways

A question mark stands behind what no official page says for certain; \`?\` alone is not known. \`gateways.ts\` has the source of each
fact.

${lines.join('\n')}
`;
  return { path: 'gateways.md', text };
}

function featureOf({ cells }: GatewayFacts, name: string): string[] {
  return cells.flatMap(([each, cell]) => (each === name ? [shownCell(cell)] : []));
}

function shownCell({ value, confidence }: GatewayCell): string {
  if (value === null) return '?';
  return confidence === 'high' ? shown(value) : `${shown(value)}?`;
}

function shown(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map(shown).join(', ');
  if (!isObject(value)) return String(value);
  return Object.entries(value)
    .map(([key, each]) => `${key}: ${shown(each)}`)
    .join(', ');
}

function escaped(text: string): string {
  return text.replace(/[\\|<>]/g, (character) => `\\${character}`).replace(/\s+/g, ' ');
}
