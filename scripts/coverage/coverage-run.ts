import path from 'node:path';

import { finding } from '../catalogue/finding.js';
import type { Diagnostic } from '../diagnostics.js';
import type { GeneratedFolder } from '../validate/generated-folder.js';
import { readContract } from './contract.js';
import { createRecorder, type CoveredDocument } from './recorder.js';
import { reportCoverage, type CoverageReport } from './report.js';
import type { Thresholds } from './threshold.js';

/** Where the convention wants fixtures that nobody has yet. */
const DEFAULT_ROOT = 'fixtures';

/** Coverage of one run of `validate`. */
export interface CoverageRun {
  /** Takes one valid document; `file` is its path as findings show it. */
  add(document: CoveredDocument, file: string): void;
  /** What has been shown so far. */
  finish(): FinishedCoverage;
}

/** The end of a run. */
export interface FinishedCoverage {
  readonly report: CoverageReport;
  /** The folder that most fixtures of operations lie in: suggestions go there. */
  readonly root: string;
  /** One finding for each column that is lower than wanted. */
  readonly findings: readonly Diagnostic[];
}

/**
 * Starts to count what fixtures show.
 *
 * @throws {UsageError} when the generated folder lacks a JSON Schema.
 */
export function startCoverage(folder: GeneratedFolder, thresholds: Thresholds): CoverageRun {
  const contract = readContract(folder);
  const recorder = createRecorder(contract);
  const roots = new Map<string, number>();
  return {
    add: (document, file) => {
      recorder.add(document);
      const parent = path.posix.dirname(file);
      if (document.operationId === undefined || path.posix.basename(parent) !== document.operationId) return;
      const root = path.posix.dirname(parent);
      roots.set(root, (roots.get(root) ?? 0) + 1);
    },
    finish: () => {
      const report = reportCoverage(contract, recorder.shown, thresholds);
      const [root = DEFAULT_ROOT] = [...roots].sort(([, a], [, b]) => b - a)[0] ?? [];
      const at = { file: root, pointer: '', line: 1, column: 1 };
      const findings = report.below.map(({ dimension, percent, wanted }) =>
        finding('coverage/below-minimum', at, { column: dimension, percent: String(percent), wanted: String(wanted) }),
      );
      return { report, root, findings };
    },
  };
}
