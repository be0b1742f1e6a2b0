import { existsSync } from 'node:fs';
import path from 'node:path';

import type { Baseline, Coverage } from './baseline/baseline.js';
import type { Language, Texts } from '../messages/entry.js';
import type { RuleLevel } from '../config/config.js';
import type { Invocation } from '../commands/command.js';
import { sortDiagnostics, type Diagnostic } from '../messages/diagnostic.js';
import { UsageError } from '../messages/usage-error.js';
import { readBaselineFlags, type BaselineRequest } from '../commands/baseline-flags.js';
import { readDestinations } from '../commands/destinations.js';
import { readLanguage } from '../messages/language.js';
import { publish } from './publish.js';
import type { Addition, Totals } from './report.js';
import { atLevel, readRuleLevels, type RuleLevels } from './rule-levels.js';
import { createTally } from './tally.js';
import { isFailure, readCount, readThreshold } from '../commands/threshold.js';

export { REPORT_FLAGS } from '../commands/report-flags.js';

/** Findings kept in detail, so that a stream without end does not fill the memory. */
const LIMIT = 10_000;

/** What a command knows about its report beside the flags. */
export interface ReporterOptions {
  /** Rule levels of a config. */
  readonly rules?: Readonly<Record<string, RuleLevel>>;
  /** Absolute path of the baseline that a config names. */
  readonly baseline?: string;
  /** Whether findings of a code come from this command: entries about others are not called unused. */
  readonly judges?: (code: string) => boolean;
}

/** Collects findings, and prints them as the command line asks. */
export interface Reporter {
  readonly language: Language;
  /** Codes that count otherwise than they do by themselves. */
  readonly levels: RuleLevels;
  /** Takes findings as they come; a run may call it as often as it likes. */
  add(found: readonly Diagnostic[]): void;
  /** Takes the names of the files that were looked at: a baseline entry about one of them must match something. */
  cover(files: readonly string[]): void;
  /** Takes what the command tells beside its findings. */
  append(addition: Addition): void;
  /**
   * Prints the report and gives the exit code: 0 clean, 1 findings. `summary` makes the last line for people from what
   * is reported and from what was counted.
   *
   * @throws {UsageError} when a file cannot be written.
   */
  finish(summary: (reported: readonly Diagnostic[], totals: Totals, language: Language) => string): Promise<number>;
}

/**
 * Reads the flags that say how findings are reported.
 *
 * @throws {UsageError} when one of them makes no sense, or the baseline is none.
 */
export async function createReporter(invocation: Invocation, options: ReporterOptions = {}): Promise<Reporter> {
  const language = readLanguage(invocation);
  const destinations = readDestinations(invocation);
  const threshold = readThreshold(invocation);
  const isQuiet = invocation.isSet('quiet');
  const levels = await readRuleLevels(invocation.texts('rule'), options.rules);
  const request = readBaselineFlags(invocation, options.baseline);
  const baseline = await findBaseline(request);
  const tally = createTally(readCount(invocation, 'limit') ?? LIMIT, isQuiet && request.update === undefined);
  const files = new Set<string>();
  const told: { addition?: Addition } = {};
  const coverage: Coverage = { files, judges: options.judges ?? isValidateCode };
  const add = (found: readonly Diagnostic[]): void => {
    for (const weighed of atLevels(found, levels)) tally.add(weighed, baseline);
  };
  return {
    language,
    levels,
    add,
    append: (addition) => void Object.assign(told, { addition }),
    cover: (names) => {
      // Only a baseline asks for them.
      if (baseline !== undefined) for (const name of names) files.add(path.resolve(invocation.cwd, name));
    },
    async finish(summary) {
      if (baseline !== undefined && request.update !== undefined) {
        const { settleBaseline } = await import('./baseline/settle-baseline.js');
        invocation.tell(settleBaseline(baseline, tally, { coverage, excuse: request.update, language }));
      } else if (baseline !== undefined) add(baseline.unused(coverage));
      const totals = tally.totals();
      const found = sortDiagnostics(tally.kept());
      const lastLine = isQuiet && found.length === 0 ? '' : summary(found, totals, language);
      const outcome = { found, totals, language, summary: lastLine, ...told };
      await publish(outcome, destinations, invocation);
      if (totals.warnings > threshold.maxWarnings) invocation.tell(tooManyWarnings(totals.warnings, language));
      return isFailure(totals, threshold) ? 1 : 0;
    },
  };
}

function tooManyWarnings(warnings: number, language: Language): string {
  const words: Texts = {
    en: `more warnings than --max-warnings allows (${warnings})`,
    ko: `경고가 --max-warnings보다 많습니다(${warnings}건)`,
  };
  return `iamport-kit: ${words[language]}\n`;
}

/** Lint's codes have no area before a slash; what is not covered is looked at in some runs only. */
function isValidateCode(code: string): boolean {
  return code.includes('/') && !code.startsWith('coverage/');
}

/** Findings as they count; those that are switched off are left out. */
function atLevels(found: readonly Diagnostic[], levels: RuleLevels): Diagnostic[] {
  return found.map((diagnostic) => atLevel(diagnostic, levels)).filter((diagnostic) => diagnostic !== undefined);
}

async function findBaseline({ place, isNamed, update }: BaselineRequest): Promise<Baseline | undefined> {
  const isThere = existsSync(place.file);
  if (!isThere && update === undefined) {
    if (isNamed)
      throw new UsageError('file-unreadable', { file: place.shownAs, reason: { code: 'missing' }, cure: 'baseline' });
    return undefined;
  }
  const { openBaseline } = await import('./baseline/baseline.js');
  return openBaseline(place, new Date().toISOString().slice(0, 10));
}
