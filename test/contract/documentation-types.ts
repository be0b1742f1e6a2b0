import { readFileSync } from 'node:fs';

import { compile } from '../compile.js';
import { SAMPLES, type Sample } from './documentation.js';

// Compiles every TypeScript sample of the documentation against the sources.

/** What the samples take from the program around them. */
const SURROUNDINGS = `
import type { Fulfillment, FulfillmentOptions, Iamport, Payment, PayOnetimeInput, SchedulePaymentsInput, UnixTime } from 'iamport-kit';
import type { RedisClient } from 'iamport-kit/claims';
interface Order { id: string; total: number; amount: number }
declare global {
  const iamport: Iamport;
  const fulfillment: Fulfillment;
  const shop: FulfillmentOptions<Order>;
  const app: { post(path: string, handler: unknown): void; get(path: string, handler: (req: { url: string }, res: { redirect(to: string): void }) => unknown): void };
  const db: { orders: { find(id: string): Promise<Order | null> } };
  const log: { error(error: unknown): void; warn(text: string): void };
  const redis: RedisClient;
  const order: Order;
  const ids: string[];
  const startOfYear: Date;
  const charge: PayOnetimeInput;
  const customer: { id: string };
  const nextMonth: Date;
  const ledger: { add(id: string, amount: number, paidAt: Date | null): void };
  function findOrder(id: string): Promise<Order | null>;
  function ship(first: unknown, second: unknown): void;
  function restock(order: Order, amount: number | null | undefined): void;
  function remindMe(lookUp: unknown): Promise<void>;
  function show(text: string | null | undefined): void;
  const process: { env: Record<string, string | undefined> };
}
export type { Payment, UnixTime };
`;

/** Every TypeScript sample. Those with names import each other: the tests of the browser SDK compile and run them. */
export const TYPESCRIPT: readonly Sample[] = [
  ...SAMPLES.filter(({ language, title }) => (language === 'ts' || language === 'tsx') && title === undefined),
  newCalls(),
];

/** The calls that the guide to moving shows in place of older ones. */
function newCalls(): Sample {
  const file = 'scripts/site/pages/migration.json';
  const rows = JSON.parse(readFileSync(file, 'utf8')) as readonly { readonly new: string }[];
  return { file, language: 'ts', line: 1, code: rows.map((row) => `await iamport.${row.new};`).join('\n') };
}

/** Names that a sample uses without saying where they come from; samples further up import them. */
const IMPORTED = ['IamportError', 'createFulfillment', 'toDate'];

function withImports(code: string): string {
  const missing = IMPORTED.filter(
    (name) => new RegExp(`\\b${name}\\b`).test(code) && !new RegExp(`import [^;]*\\b${name}\\b`).test(code),
  );
  const line = missing.length === 0 ? '' : `import { ${missing.join(', ')} } from 'iamport-kit';\n`;
  // The folder that the sample generates exports what the package does.
  return `${line}${code.replace('./iamport/index.js', 'iamport-kit')}\nexport {};\n`;
}

function nameOf({ file, line }: Sample): string {
  return `${file.replaceAll(/[/.]/g, '-')}-line-${line}.ts`;
}

/** What the compiler says of TypeScript samples; empty when all is well. */
export function problemsOf(strict: boolean, samples: readonly Sample[] = TYPESCRIPT): string[] {
  const files = new Map([
    ['surroundings.d.ts', SURROUNDINGS],
    ...samples.map((sample): [string, string] => [nameOf(sample), withImports(sample.code)]),
  ]);
  return compile(files, { strict });
}
