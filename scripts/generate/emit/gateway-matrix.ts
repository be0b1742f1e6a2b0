import { isObject } from '../../json/schema.js';
import type { OutputFile } from '../model/model.js';
import type { GatewayCell, GatewayFacts } from './gateway-facts.js';

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
export function gatewayMatrix(gateways: readonly GatewayFacts[]): OutputFile {
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
