import { createConfig, getLineColLocation, lint, type Config, type NormalizedProblem } from '@redocly/openapi-core';

import type { Texts } from '../messages/entry.js';
import { REDOCLY_ENTRIES } from '../messages/redocly.js';
import { sortDiagnostics, type Diagnostic } from '../messages/diagnostic.js';
import { didYouMean } from '../messages/did-you-mean.js';
import type { LoadedSpec, PathView } from '../openapi/loaded-spec.js';
import { nameOf } from '../json/pointer.js';
import { UsageError } from '../messages/usage-error.js';
import type { RuleLevels } from '../report/rule-levels.js';
import { findRefCycle } from './find-ref-cycle.js';
import { RULES, STRUCTURE_RULES } from './every-rule.js';
import { isIamport } from './is-iamport.js';
import { isFalsePositive } from '../openapi/is-false-positive.js';
import { lintOverlays } from './lint-overlays.js';
import { ruleSettings, rulesPlugin, type CarriedTexts, type RuleRun } from './redocly-plugin.js';

const IAMPORT_RULES: ReadonlySet<string> = new Set(RULES.filter(({ set }) => set === 'iamport').map(({ id }) => id));

/** Which rules to run and how to show paths. */
export interface LintOptions {
  /**
   * `all`: Redocly's recommended rules and ours. `any`: without those of ours that only this API has promised. `auto`:
   * `all` for a document of this API, `any` for others. `structure`: only what generating code depends on.
   */
  readonly rules: 'auto' | 'all' | 'any' | 'structure';
  /** Rules that count otherwise than they do by themselves. */
  readonly levels?: RuleLevels;
}

/**
 * Checks a spec and every file it refers to. Findings are sorted.
 *
 * @throws {UsageError} when the references lead in a circle, so that nothing can be checked.
 */
export async function lintSpec(spec: LoadedSpec, options: LintOptions): Promise<Diagnostic[]> {
  const { rules, levels = new Map() } = options;
  const faults: unknown[] = [];
  const run = ruleRun(spec, faults);
  const config =
    rules === 'structure' ? await structureConfig(run) : await fullConfig(rules === 'any' ? 'any' : 'all', levels, run);
  const problems = await lint({ ref: spec.file, config, externalRefResolver: spec.resolver }).catch(
    async (cause: unknown) => {
      throw await uncheckable(spec, cause);
    },
  );
  throwUnlessRefused(faults, problems);
  const all = problems
    .filter((problem) => !isFalsePositive(problem, spec.version))
    .map((problem) => toDiagnostic(problem, spec));
  const isForeign = rules === 'auto' && !(await isIamport(spec));
  const found = isForeign ? all.filter(({ code }) => !IAMPORT_RULES.has(code) || levels.has(code)) : all;
  const overlaid = rules === 'structure' ? [] : await lintOverlays(spec);
  return distinct(sortDiagnostics([...found, ...overlaid]));
}

/** A rule may trip over a document that is no OpenAPI: the structure rule says so. Over any other it is our bug. */
function throwUnlessRefused(faults: readonly unknown[], problems: readonly NormalizedProblem[]): void {
  if (faults.length > 0 && !problems.some(({ ruleId }) => ruleId === 'struct')) throw faults[0];
}

/** What Redocly throws, without a place, at what it cannot even walk: references in a circle, nesting without end. */
export async function uncheckable(spec: LoadedSpec, cause: unknown): Promise<UsageError> {
  if (cause instanceof UsageError) return cause;
  const quote = cause instanceof Error ? cause.message : String(cause);
  const { file, line, column } = (await findRefCycle(spec.resolver)) ?? { file: spec.file, line: 1, column: 1 };
  return new UsageError('check-failed', { place: `${spec.show(file)}:${line}:${column}`, quote }, { cause });
}

function ruleRun({ readExample }: LoadedSpec, faults: unknown[]): RuleRun {
  return { onError: (fault) => faults.push(fault), readExample };
}

/** What several operations share is found once for each of them. */
function distinct(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...new Map(diagnostics.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic])).values()];
}

function fullConfig(set: 'all' | 'any', levels: RuleLevels, run: RuleRun): Promise<Config> {
  return createConfig({
    extends: ['recommended'],
    plugins: [rulesPlugin(run)],
    // paths-unambiguous says the same, and knows patterns.
    rules: { 'no-ambiguous-paths': 'off', ...ruleSettings(set, levels) },
  });
}

function structureConfig(run: RuleRun): Promise<Config> {
  return createConfig({
    plugins: [rulesPlugin(run)],
    rules: {
      struct: 'error',
      'no-unresolved-refs': 'error',
      'path-parameters-defined': 'error',
      'operation-operationId': 'warn',
      'operation-operationId-unique': 'error',
      'operation-parameters-unique': 'error',
      ...structureRules(),
    },
  });
}

function structureRules(): Record<string, 'error' | 'warn'> {
  const rules = RULES.filter(({ id }) => STRUCTURE_RULES.includes(id));
  return Object.fromEntries(
    rules.map(({ id, severity }) => [`iamport-kit/${id}`, severity === 'error' ? 'error' : 'warn']),
  );
}

/** Redocly's findings in the form of ours. */
export function toDiagnostic(
  problem: NormalizedProblem & CarriedTexts,
  view: PathView,
): Diagnostic & { readonly texts: Texts } {
  const texts = problem.texts ?? textsOf(problem, view);
  const [place] = problem.location;
  const position = place && getLineColLocation(place);
  const code = problem.ruleId.replace(/^iamport-kit\//, '');
  const { start, end } = position ?? {};
  const length = start && end?.line === start.line ? end.col - start.col : 0;
  return {
    code,
    severity: problem.severity === 'error' ? 'error' : 'warning',
    texts,
    at: {
      file: view.show(position?.source.absoluteRef ?? ''),
      pointer: (place?.pointer ?? '').replace(/^#/, '').replace(/^\/$/, ''),
      line: start?.line ?? 1,
      column: start?.col ?? 1,
      ...(length > 0 && { length }),
    },
  };
}

/** What a rule of Redocly says. Paths of this machine would make the same finding another one on the next. */
function textsOf({ ruleId, message, suggest, location: [place] }: NormalizedProblem, { cwd }: PathView): Texts {
  const problem = message.replaceAll(`${cwd}/`, '').replaceAll(`${cwd}\\`, '');
  const korean = REDOCLY_ENTRIES[ruleId]?.message.ko({ problem }) ?? problem;
  // With suggestions for a key, the key is a property that the specification does not have.
  const isKey = ruleId === 'struct' && place?.reportOnKey === true;
  const near = isKey ? didYouMean(nameOf(place.pointer ?? ''), suggest) : undefined;
  if (near === undefined) return { en: problem, ko: korean };
  return { en: `${problem} Did you mean \`${near}\`?`, ko: `${korean} 혹시 \`${near}\`인가요?` };
}
