import path from 'node:path';

import { finding } from '../messages/finding.js';
import type { Language } from '../messages/entry.js';
import { hasErrors, type Diagnostic } from '../messages/diagnostic.js';
import type { Addition } from '../report/report.js';
import type { Checked } from '../validate/check-files.js';
import type { GeneratedFolder } from '../validate/generated-folder.js';
import { readContract } from './contract.js';
import { formatCoverageMarkdown, formatCoverageTable } from './format-coverage.js';
import { createRecorder } from './recorder.js';
import { reportCoverage, readThresholds, type CoverageReport, type Tally, type Thresholds } from './report.js';
import { DIMENSIONS } from './point.js';

/** The folder that suggested fixtures go to where there are none yet. */
const DEFAULT_ROOT = 'fixtures';

/** Coverage of one run of `validate`. */
export interface CoverageRun {
  /** Adds a checked document. A document with errors does not count. */
  add(checked: Checked): void;
  /** The result: the report, and a finding for each column that is lower than wanted. */
  finish(language: Language): { readonly addition: Addition; readonly findings: readonly Diagnostic[] };
}

/** What a run is held against. */
export interface CoverageTarget {
  readonly folder: GeneratedFolder;
  /** Thresholds of the config. */
  readonly configured: Thresholds | undefined;
  /** Values of `--coverage-min`, which count more. */
  readonly given: readonly string[];
}

/**
 * Starts to count what fixtures show.
 *
 * @throws {UsageError} when a threshold makes no sense, or the generated folder lacks a JSON Schema.
 */
export function startCoverage({ folder, configured, given }: CoverageTarget): CoverageRun {
  const thresholds = { ...configured, ...readThresholds(given) };
  const contract = readContract(folder);
  const recorder = createRecorder(contract);
  const roots = new Map<string, number>();
  return {
    add: ({ file, document, association, found }) => {
      if (document === undefined || association === undefined || hasErrors(found)) return;
      recorder.add({ ...association, value: document.value });
      const root = rootOf(file.shownAs, association.operationId);
      if (root !== undefined) roots.set(root, (roots.get(root) ?? 0) + 1);
    },
    finish: (language) => {
      const report = reportCoverage(contract, recorder.shown, thresholds);
      const [root = DEFAULT_ROOT] = [...roots].sort(([, a], [, b]) => b - a)[0] ?? [];
      const at = { file: root, pointer: '', line: 1, column: 1 };
      return {
        addition: {
          text: (paint, columns) =>
            `${formatCoverageTable(report, { language, paint, root, ...(columns !== undefined && { columns }) })}\n`,
          markdown: formatCoverageMarkdown(report, root, language),
          json: { coverage: coverageJson(report, root) },
        },
        findings: report.below.map(({ dimension, percent, wanted }) => {
          return finding('coverage/below-minimum', at, { column: dimension, percent, wanted });
        }),
      };
    },
  };
}

/** The folder that holds the folders of operations; undefined for a file that lies elsewhere. */
function rootOf(file: string, operationId: string | undefined): string | undefined {
  const folder = path.posix.dirname(file);
  return path.posix.basename(folder) === operationId ? path.posix.dirname(folder) : undefined;
}

/**
 * The coverage as the value of `coverage` in `--format json`:
 * `{ total, groups: [{ group, operations, …, providers }], next: [{ file, column, shows }], below: [{ column, percent, wanted }] }`,
 * where each column is `{ covered, total, percent }`.
 */
export function coverageJson(report: CoverageReport, root: string): object {
  return {
    total: columnsOf(report.total),
    groups: report.groups.map(({ group, shares }) => ({ group, ...columnsOf(shares) })),
    next: report.next.map(({ file, shows }) => ({ file: `${root}/${file}`, column: shows.dimension, shows: shows.id })),
    below: report.below.map(({ dimension, percent, wanted }) => ({ column: dimension, percent, wanted })),
  };
}

function columnsOf(shares: Tally): object {
  return Object.fromEntries(
    DIMENSIONS.map((dimension) => {
      const { covered, total, percent } = shares[dimension];
      return [dimension, { covered, total, percent }];
    }),
  );
}
