import { finding } from '../messages/finding.js';
import { factsOf } from '../messages/codes.js';
import type { Diagnostic } from '../messages/diagnostic.js';
import type { InvariantIssue } from '../invariants/invariant-issues.js';
import { findingOf, type Issue } from '../evaluate/issue.js';
import type { SchemaRules } from './schema-rules.js';
import { mergeMisspeltKeys } from './merge-misspelt-keys.js';
import { type TextIssue, textIssues } from '../source/text-issues.js';
import type { SourceDocument } from '../source/document.js';
import { createPositions } from '../source/locate.js';
import { childPointer, nameOf, parentOf } from '../json/pointer.js';
import type { ValidatorIssue } from './generated-folder.js';

/**
 * Finds everything that is wrong with one document, each mistake once and where it was made: what breaks the schema, what
 * the schema lets pass but is probably a slip, what the text hides from its value, and values that contradict each other.
 * With a gateway, its rules apply too.
 */
export function checkDocument(document: SourceDocument, rules: SchemaRules, gateway?: string): Diagnostic[] {
  const { file, value, locate } = document;
  const { issues: warnings, governed, keys } = rules.findWarnings(value);
  const written = textIssues(document, keys);
  const broke = schemaIssues(value, rules);
  const isUsual = broke.length + warnings.length + written.length === 0;
  const issues = isUsual ? [] : withoutEchoes([...broke, ...warnings], written);
  const broken = new Set(isUsual ? [] : [...issues, ...written].map(({ pointer }) => pointer));
  const invariantIssues = rules.checkInvariants(governed, broken, gateway);
  if (isUsual && invariantIssues.length === 0) return [];
  return [
    ...issues.map((issue) => findingOf(issue, { file, pointer: issue.pointer, ...locate(issue.pointer, issue.place) })),
    ...textDiagnostics(document, written, issues),
    ...invariantIssues.map((invariantIssue) => invariantDiagnostic(document, invariantIssue)),
  ];
}

function schemaIssues(value: unknown, { check, explainer, schema }: SchemaRules): Issue[] {
  const reported = check(value);
  if (reported.length === 0) return [];
  const issues = explainer.issues(schema, { value, pointer: '', depth: 0 });
  return issues.length > 0 ? issues : reported.map(issueOfValidator);
}

/** Takes out what is only the echo of something else at the same place. */
function withoutEchoes(issues: readonly Issue[], written: readonly TextIssue[]): Issue[] {
  const settled = mergeMisspeltKeys(issues);
  const isGuess = ({ code }: Issue): boolean => factsOf(code)?.isGuess === true;
  const certain = new Set(settled.filter((issue) => !isGuess(issue)).map(({ pointer }) => pointer));
  for (const { pointer } of written) certain.add(pointer);
  return settled.filter((issue) => !isGuess(issue) || !certain.has(issue.pointer));
}

/** A number of the wrong type has its finding already; its digits are no second one. */
function textDiagnostics(
  { file, text, firstLine }: SourceDocument,
  written: readonly TextIssue[],
  issues: readonly Issue[],
): Diagnostic[] {
  const others = new Set(issues.map(({ pointer }) => pointer));
  const positionOf = createPositions(text, firstLine);
  return written.flatMap(({ code, pointer, offset, length }) => {
    if (code === 'fixture/unsafe-integer' && others.has(pointer)) return [];
    const at = { file, pointer, ...positionOf(offset), length };
    return [finding(code, at, { name: nameOf(pointer), object: nameOf(parentOf(pointer)) })];
  });
}

function invariantDiagnostic({ file, locate }: SourceDocument, invariantIssue: InvariantIssue): Diagnostic {
  const { invariant, check, pointer, gateway } = invariantIssue;
  const { id, when, description, koreanDescription, severity } = invariant;
  const reasons =
    gateway === undefined
      ? { reason: description, koreanReason: koreanDescription }
      : { reason: `${gateway}: ${description}`, koreanReason: `${gateway}: ${koreanDescription}` };
  const values = { name: nameOf(pointer), id, check, ...(when !== undefined && { when }), ...reasons };
  const found = finding('fixture/invariant', { file, pointer, ...locate(pointer, 'value') }, values);
  return { ...found, severity: severity === 'error' ? 'error' : 'warning' };
}

/**
 * Turns what a validator reports into issues one by one, without looking for causes. Only for keywords that nothing here
 * understands, such as `unevaluatedProperties`.
 */
function issueOfValidator({ pointer, keyword, params }: ValidatorIssue): Issue {
  const property = params.missingProperty ?? params.additionalProperty ?? params.unevaluatedProperty;
  const base = { pointer, place: 'value', weight: 1 } as const;
  if (typeof property !== 'string') return { ...base, code: 'fixture/schema', values: { keyword } };
  if (keyword === 'required') return { ...base, code: 'fixture/required', values: { property }, missing: [property] };
  const place = childPointer(pointer, property);
  return { ...base, code: 'fixture/additional-properties', pointer: place, place: 'key', values: { property } };
}
