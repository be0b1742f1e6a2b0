import { finding } from '../messages/finding.js';
import { FIXTURE_ENTRIES } from '../messages/fixture.js';
import type { Diagnostic } from '../messages/diagnostic.js';
import type { Violation } from '../invariants/invariant-faults.js';
import { findingOf, type Fault } from '../evaluate/fault.js';
import type { SchemaRules } from './schema-rules.js';
import { settleMisspelt } from './merge-misspelt-keys.js';
import { textFaults, type TextFault } from '../source/text-faults.js';
import type { SourceDocument } from '../source/document.js';
import { positionAt } from '../source/locate.js';
import { nameOf, parentOf, childPointer } from '../json/pointer.js';
import type { Issue } from './generated-folder.js';

/**
 * Finds everything that is wrong with one document, each mistake once and where it was made: what breaks the schema, what
 * the schema lets pass but is probably a slip, what the text hides from its value, and values that contradict each other.
 * With a gateway, its rules apply too.
 */
export function checkDocument(document: SourceDocument, rules: SchemaRules, gateway?: string): Diagnostic[] {
  const { file, value, locate } = document;
  const { faults: notes, governed, keys } = rules.takeNotes(value);
  const written = textFaults(document, keys);
  const broke = schemaFaults(value, rules);
  const isUsual = broke.length + notes.length + written.length === 0;
  const faults = isUsual ? [] : withoutEchoes([...broke, ...notes], written);
  const broken = new Set([...faults, ...written].map(({ pointer }) => pointer));
  const violations = rules.checkInvariants(governed, broken, gateway);
  if (isUsual && violations.length === 0) return [];
  return [
    ...faults.map((fault) => findingOf(fault, { file, pointer: fault.pointer, ...locate(fault.pointer, fault.place) })),
    ...written.flatMap((fault) => textDiagnostic(document, fault, faults)),
    ...violations.map((violation) => violationDiagnostic(document, violation)),
  ];
}

function schemaFaults(value: unknown, { check, judge, schema }: SchemaRules): Fault[] {
  const issues = check(value);
  if (issues.length === 0) return [];
  const faults = judge.faults(schema, { value, pointer: '', depth: 0 });
  return faults.length > 0 ? faults : issues.map(issueOfValidator);
}

/** Takes out what is only the echo of something else at the same place. */
function withoutEchoes(faults: readonly Fault[], written: readonly TextFault[]): Fault[] {
  const settled = settleMisspelt(faults);
  const isGuess = ({ code }: Fault): boolean => FIXTURE_ENTRIES[code].isGuess === true;
  const certain = new Set(settled.filter((fault) => !isGuess(fault)).map(({ pointer }) => pointer));
  for (const { pointer } of written) certain.add(pointer);
  return settled.filter((fault) => !isGuess(fault) || !certain.has(fault.pointer));
}

/** A number of the wrong type has its finding already; its digits are no second one. */
function textDiagnostic(document: SourceDocument, fault: TextFault, faults: readonly Fault[]): Diagnostic[] {
  const { file, text, firstLine } = document;
  const { code, pointer, offset, length } = fault;
  if (code === 'fixture/unsafe-integer' && faults.some((each) => each.pointer === pointer)) return [];
  const at = { file, pointer, ...positionAt(text, offset, firstLine), length };
  return [finding(code, at, { name: nameOf(pointer), object: nameOf(parentOf(pointer)) })];
}

function violationDiagnostic({ file, locate }: SourceDocument, violation: Violation): Diagnostic {
  const { invariant, check, pointer, gateway } = violation;
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
 * Turns what a validator reports into faults one by one, without looking for causes. Only for keywords that nothing here
 * understands, such as `unevaluatedProperties`.
 */
function issueOfValidator({ pointer, keyword, params }: Issue): Fault {
  const property = params.missingProperty ?? params.additionalProperty ?? params.unevaluatedProperty;
  const base = { pointer, place: 'value', weight: 1 } as const;
  if (typeof property !== 'string') return { ...base, code: 'fixture/schema', values: { keyword } };
  if (keyword === 'required') return { ...base, code: 'fixture/required', values: { property }, missing: [property] };
  const place = childPointer(pointer, property);
  return { ...base, code: 'fixture/additional-properties', pointer: place, place: 'key', values: { property } };
}
