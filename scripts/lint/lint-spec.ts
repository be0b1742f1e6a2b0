import { getLineColLocation, lint, type NormalizedProblem } from '@redocly/openapi-core';

import type { Ruleset } from '../config/ruleset.js';
import type { RedoclyFacts } from '../messages/redocly.js';
import { sortDiagnostics, type Diagnostic } from '../messages/diagnostic.js';
import { didYouMean } from '../messages/did-you-mean.js';
import type { LoadedSpec, PathView } from '../openapi/loaded-spec.js';
import { nameOf } from '../json/pointer.js';
import { UsageError } from '../messages/usage-error.js';
import type { RuleLevels } from '../report/rule-levels.js';
import { findRefCycle } from './find-ref-cycle.js';
import { isIamport } from './is-iamport.js';
import { lintOverlays } from './lint-overlays.js';
import { isFalsePositive } from './redocly-corrections.js';
import type { Carried } from './redocly-plugin.js';
import { configOf, weigh, type RuleChoice } from './rulesets.js';
import { withinReach, withReason } from './unresolved.js';

/** Which rules to run and how to show paths. */
export interface LintOptions {
  /** `auto`: `iamport` for a document of that API, `recommended` for others. */
  readonly rules: RuleChoice | 'auto';
  /** Rules whose level is not the one that the set gives them. */
  readonly levels?: RuleLevels;
}

/**
 * Checks a spec and every file it refers to. Findings are sorted.
 *
 * @throws {UsageError} when references form a cycle, so that nothing can be checked.
 */
export async function lintSpec(spec: LoadedSpec, options: LintOptions): Promise<Diagnostic[]> {
  const { rules, levels = new Map() } = options;
  const faults: unknown[] = [];
  const seen = { hasTypelessNullable: false };
  const run = { onError: (fault: unknown) => faults.push(fault), readExample: spec.readExample, seen };
  // The API is known only after all files have been read.
  const config = await configOf(rules === 'auto' ? 'iamport' : rules, run, levels);
  const problems = await lint({ ref: spec.file, config, externalRefResolver: spec.resolver }).catch(
    async (cause: unknown) => {
      throw await uncheckable(spec, cause);
    },
  );
  throwUnlessRefused(faults, problems);
  const choice = rules === 'auto' ? await rulesetOf(spec) : rules;
  const kept = problems.filter((problem) => !isFalsePositive(problem, seen));
  const known = choice === 'structure' ? await Promise.all(kept.map((problem) => withinReach(problem, spec))) : kept;
  const reasoned = await Promise.all(known.map((problem) => withReason(problem, spec)));
  const found = reasoned.map((problem) => toDiagnostic(problem, spec));
  const overlaid = choice === 'structure' || choice === 'generate' ? [] : await lintOverlays(spec);
  const weighed = weigh([...found, ...overlaid], { choice, version: spec.version, levels });
  return distinct(sortDiagnostics(weighed));
}

/** Absolute paths of all files of a spec that has been linted. */
export function filesOf({ resolver }: LoadedSpec): readonly string[] {
  return [...new Set([...resolver.cache.keys(), ...resolver.getFiles()])];
}

/** The set of rules for a document whose files have been read. */
export async function rulesetOf(spec: LoadedSpec): Promise<Ruleset> {
  return (await isIamport(spec)) ? 'iamport' : 'recommended';
}

/** A rule may throw on a document that is not OpenAPI, which the structure rule reports. On any other, it is our bug. */
function throwUnlessRefused(faults: readonly unknown[], problems: readonly NormalizedProblem[]): void {
  if (faults.length > 0 && !problems.some(({ ruleId }) => ruleId === 'struct')) throw faults[0];
}

/** The error for a document that Redocly cannot walk: a cycle of references, endless nesting. Redocly gives no place. */
export async function uncheckable(spec: LoadedSpec, cause: unknown): Promise<UsageError> {
  if (cause instanceof UsageError) return cause;
  const quote = cause instanceof Error ? cause.message : String(cause);
  const { file, line, column } = (await findRefCycle(spec.resolver)) ?? { file: spec.file, line: 1, column: 1 };
  return new UsageError('check-failed', { place: `${spec.show(file)}:${line}:${column}`, quote }, { cause });
}

/** Removes duplicates: a shared node is reported once per operation or document that uses it. */
export function distinct(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...new Map(diagnostics.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic])).values()];
}

/** Converts a problem of Redocly to a diagnostic. */
export function toDiagnostic(problem: NormalizedProblem & Carried, view: PathView): Diagnostic {
  const [place] = problem.location;
  const position = place && getLineColLocation(place);
  const { start, end } = position ?? {};
  const length = start && end?.line === start.line ? end.col - start.col : 0;
  return {
    code: problem.ruleId,
    severity: problem.severity === 'error' ? 'error' : 'warning',
    values: { ...(problem.values ?? quoted(problem, view)) },
    at: {
      file: view.show(position?.source.absoluteRef ?? ''),
      pointer: (place?.pointer ?? '').replace(/^#/, '').replace(/^\/$/, ''),
      line: start?.line ?? 1,
      column: start?.col ?? 1,
      ...(length > 0 && { length }),
    },
  };
}

/** The message of a rule of Redocly. Absolute paths are removed: the finding must be the same on every machine. */
function quoted(redocly: NormalizedProblem & Carried, { cwd }: PathView): RedoclyFacts {
  const { ruleId, message, suggest, reason, location } = redocly;
  const [place] = location;
  const problem = message.replaceAll(`${cwd}/`, '').replaceAll(`${cwd}\\`, '');
  // A suggestion for a key means that the specification does not know the property.
  const isKey = ruleId === 'struct' && place?.reportOnKey === true;
  const near = isKey ? didYouMean(nameOf(place.pointer ?? ''), suggest) : undefined;
  return { problem, ...(near !== undefined && { near }), ...(reason && { reason }) };
}
