import {
  createConfig,
  getLineColLocation,
  lint,
  lintFromString,
  type Config,
  type NormalizedProblem,
} from '@redocly/openapi-core';

import { sortDiagnostics, type Diagnostic } from '../diagnostics.js';
import { displayPath } from '../display-path.js';
import type { LoadedSpec } from '../generate/load.js';
import { UsageError } from '../usage-error.js';
import { lintOverlays } from './lint-overlays.js';
import { ruleSettings, rulesPlugin } from './redocly-plugin.js';

/** Which rules to run and how to show paths. */
export interface LintOptions {
  /** `all`: Redocly's recommended rules and ours. `structure`: only what generating code depends on. */
  readonly rules: 'all' | 'structure';
  /** Folder that paths in findings are relative to. */
  readonly cwd: string;
}

/**
 * Checks a spec and every file it refers to. Findings are sorted.
 *
 * @throws {UsageError} when the references lead in a circle, so that nothing can be checked.
 */
export async function lintSpec(spec: LoadedSpec, { rules, cwd }: LintOptions): Promise<Diagnostic[]> {
  const config = rules === 'all' ? await fullConfig() : await structureConfig();
  const problems = await lint({ ref: spec.file, config, externalRefResolver: spec.resolver }).catch(
    (cause: unknown) => {
      // Redocly throws, without a place, at what it cannot even walk: references in a circle, nesting without end.
      const fault = cause instanceof Error ? cause.message : 'unknown reason';
      throw new UsageError(`cannot check ${displayPath(spec.file, cwd)}: ${fault}`, { cause });
    },
  );
  const found = problems.filter((problem) => !isNoFault(problem)).map((problem) => toDiagnostic(problem, cwd));
  const overlaid = rules === 'all' ? await lintOverlays(spec, cwd) : [];
  return distinct(sortDiagnostics([...found, ...overlaid]));
}

/** Checks what generating code depends on in a document that is on no disk, such as one after its overlays. */
export async function lintText(source: string, spec: LoadedSpec, cwd: string): Promise<Diagnostic[]> {
  const config = await structureConfig();
  const problems = await lintFromString({
    source,
    absoluteRef: spec.file,
    config,
    externalRefResolver: spec.resolver,
  });
  const faults = problems.filter((problem) => !isNoFault(problem));
  return faults.map((problem) => {
    const { at, message, ...rest } = toDiagnostic(problem, cwd);
    return { ...rest, message: `After the overlays: ${message}`, at: { ...at, line: 1, column: 1 } };
  });
}

/**
 * Redocly knows neither that in 3.1 `true` and `false` are schemas, nor that a discriminator may map to a bare name (and
 * what it maps to means nothing to us).
 */
function isNoFault({ ruleId, message, location: [place] }: NormalizedProblem): boolean {
  if (ruleId === 'struct') return message === 'Expected type `Schema` (object) but got `boolean`';
  return ruleId === 'no-unresolved-refs' && /\/discriminator\/mapping\/[^/]+$/.test(place?.pointer ?? '');
}

/** What several operations share is found once for each of them. */
function distinct(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...new Map(diagnostics.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic])).values()];
}

function fullConfig(): Promise<Config> {
  return createConfig({
    extends: ['recommended'],
    plugins: [rulesPlugin],
    // paths-unambiguous says the same, and knows patterns.
    rules: { ...ruleSettings, 'no-ambiguous-paths': 'off' },
  });
}

function structureConfig(): Promise<Config> {
  return createConfig({
    plugins: [rulesPlugin],
    rules: {
      struct: 'error',
      'no-unresolved-refs': 'error',
      'no-identical-paths': 'error',
      'path-parameters-defined': 'error',
      'operation-operationId': 'error',
      'operation-operationId-unique': 'error',
      'operation-parameters-unique': 'error',
      'iamport-kit/example-file-is-json': 'error',
      'iamport-kit/enum-has-members': 'error',
      'iamport-kit/no-dynamic-reference': 'error',
      'iamport-kit/pattern-compiles': 'error',
      'iamport-kit/reference-is-pointer': 'error',
      'iamport-kit/resource-method-unique': 'error',
      'iamport-kit/schema-is-more-than-itself': 'error',
    },
  });
}

/** Redocly's findings in the form of ours. */
export function toDiagnostic(problem: NormalizedProblem, cwd: string): Diagnostic {
  const [place] = problem.location;
  const position = place && getLineColLocation(place);
  return {
    code: problem.ruleId.replace(/^iamport-kit\//, ''),
    severity: problem.severity === 'error' ? 'error' : 'warning',
    message: problem.message,
    at: {
      file: displayPath(position?.source.absoluteRef ?? '', cwd),
      pointer: (place?.pointer ?? '').replace(/^#/, '').replace(/^\/$/, ''),
      line: position?.start.line ?? 1,
      column: position?.start.col ?? 1,
    },
  };
}
