import type { Difference } from './write/write.js';
import { count } from '../report/formats/pretty.js';
import { printable } from '../report/printable.js';

/** How many differing files `--check` shows in full. */
const SHOWN = 20;

/** What people read first comes first, however the files were listed. */
const ORDER = ['models.ts', 'paths.ts', 'operations.ts', 'resources.ts', 'codes.ts', 'index.ts'];

interface Summary {
  readonly spec: string;
  readonly out: string;
  /** The whole output, changed or not. */
  readonly result: {
    readonly files: readonly { readonly path: string }[];
    readonly counts: { readonly operations: number; readonly schemas: number };
  };
  readonly differences: readonly Difference[];
  readonly milliseconds: number;
}

/** What `generate` did, in three lines. */
export function formatSummary({ spec, out, result, differences, milliseconds }: Summary): string {
  const { operations, schemas } = result.counts;
  const paths = result.files.map(({ path }) => path).filter((path) => path.endsWith('.ts') && !path.includes('/'));
  const own = paths.sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
  const kept = differences.filter(({ kind, isOurs }) => kind === 'extra' && !isOurs);
  const changed = differences.length - kept.length;
  const width = Math.max(spec.length, out.length + 1) + 2;
  const lines = [
    `${spec.padEnd(width)}${count(operations, 'operation')}, ${count(schemas, 'schema')}, clean`,
    `${`${out}/`.padEnd(width)}${own.join(' ')} + ${count(schemas, 'validator')}, ${count(schemas, 'JSON Schema')}`,
    `${''.padEnd(width)}${changed} changed, ${result.files.length - changed} unchanged, ${(milliseconds / 1000).toFixed(1)} s`,
    ...kept.map(({ path }) => `${''.padEnd(width)}${printable(path)} was left alone: iamport-kit did not write it`),
  ];
  return `${lines.join('\n')}\n`;
}

/** What `generate --check` found: each file that differs, with the first line that does. */
export function formatDifferences(differences: readonly Difference[], out: string, total: number): string {
  if (differences.length === 0) return `${out}/ is up to date (${count(total, 'file')})\n`;
  const shown = differences.slice(0, SHOWN).map((difference) => formatDifference(difference, out));
  const rest = differences.length - shown.length;
  const more = rest > 0 ? [`… and ${count(rest, 'more file')}\n`] : [];
  return [...shown, ...more, `Run "npx iamport-kit generate" and commit the result.\n`].join('');
}

function formatDifference({ path, kind, isOurs, found, wanted }: Difference, out: string): string {
  const file = printable(`${out}/${path}`);
  if (kind === 'missing') return `${file} is missing\n`;
  if (kind === 'extra')
    return isOurs
      ? `${file} is extra: nothing generates it any more\n`
      : `${file} is extra: iamport-kit did not write it; move it away\n`;
  const [before, after] = [found.split('\n'), wanted.split('\n')];
  const line = before.findIndex((text, index) => text !== after[index]);
  const index = line === -1 ? before.length : line;
  const show = (mark: string, text: string | undefined): string =>
    text === undefined ? '' : `  ${mark} ${printable(text).slice(0, 160)}\n`;
  return `${file} is stale (first difference, line ${index + 1})\n${show('-', before[index])}${show('+', after[index])}`;
}
