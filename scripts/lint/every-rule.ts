import type { Rule } from './rule.js';
import { allowReservedIsInQuery } from './rules/allow-reserved-is-in-query.js';
import { amountIsNumber } from './rules/amount-is-number.js';
import { besideReferenceIsSchema } from './rules/beside-reference-is-schema.js';
import { codeTableHasSource } from './rules/code-table-has-source.js';
import { descriptionIsNoPlaceholder } from './rules/description-is-no-placeholder.js';
import { enumHasMembers } from './rules/enum-has-members.js';
import { enumMemberHasLabel } from './rules/enum-member-has-label.js';
import { exampleFileIsJson } from './rules/example-file-is-json.js';
import { exampleIsInSeconds } from './rules/example-is-in-seconds.js';
import { exampleOrExamples } from './rules/example-or-examples.js';
import { invariantIsSound } from './rules/invariant-is-sound.js';
import { keywordIsKnown } from './rules/keyword-is-known.js';
import { noConstraintBesideRef } from './rules/no-constraint-beside-ref.js';
import { noDynamicReference } from './rules/no-dynamic-reference.js';
import { nullableIsInType } from './rules/nullable-is-in-type.js';
import { operationHasBothFailures } from './rules/operation-has-both-failures.js';
import { operationHasExamples } from './rules/operation-has-examples.js';
import { operationHasOfficialId } from './rules/operation-has-official-id.js';
import { operationIdIsVerbFirst } from './rules/operation-id-is-verb-first.js';
import { operationTakesTier } from './rules/operation-takes-tier.js';
import { parameterStyleFits } from './rules/parameter-style-fits.js';
import { pathsUnambiguous } from './rules/paths-unambiguous.js';
import { patternCompiles } from './rules/pattern-compiles.js';
import { patternIsLinear } from './rules/pattern-is-linear.js';
import { propertyIsDescribed } from './rules/property-is-described.js';
import { referenceIsPointer } from './rules/reference-is-pointer.js';
import { requestEnumIsClosed } from './rules/request-enum-is-closed.js';
import { requestObjectIsClosed } from './rules/request-object-is-closed.js';
import { resourceMethodUnique } from './rules/resource-method-unique.js';
import { responseEnumIsOpen } from './rules/response-enum-is-open.js';
import { schemaIsMoreThanItself } from './rules/schema-is-more-than-itself.js';
import { sensitiveHasMark } from './rules/sensitive-has-mark.js';
import { timestampIsUnixtime } from './rules/timestamp-is-unixtime.js';
import { writeHasReadBack } from './rules/write-has-read-back.js';

/** Our own rules, beside Redocly's. Add a file under `rules/` and a line here. */
export const RULES: readonly Rule[] = [
  allowReservedIsInQuery,
  amountIsNumber,
  besideReferenceIsSchema,
  codeTableHasSource,
  descriptionIsNoPlaceholder,
  enumHasMembers,
  enumMemberHasLabel,
  exampleFileIsJson,
  exampleIsInSeconds,
  exampleOrExamples,
  invariantIsSound,
  keywordIsKnown,
  noConstraintBesideRef,
  noDynamicReference,
  nullableIsInType,
  operationHasBothFailures,
  operationHasExamples,
  operationHasOfficialId,
  operationIdIsVerbFirst,
  operationTakesTier,
  parameterStyleFits,
  pathsUnambiguous,
  patternCompiles,
  patternIsLinear,
  propertyIsDescribed,
  referenceIsPointer,
  requestEnumIsClosed,
  requestObjectIsClosed,
  resourceMethodUnique,
  responseEnumIsOpen,
  schemaIsMoreThanItself,
  sensitiveHasMark,
  timestampIsUnixtime,
  writeHasReadBack,
];

/** Our rules that generated code depends on. Each is in `rules/` under its name. */
export const GENERATE_RULES: readonly string[] = [
  'beside-reference-is-schema',
  'enum-has-members',
  'example-file-is-json',
  'keyword-is-known',
  'no-dynamic-reference',
  'pattern-compiles',
  'reference-is-pointer',
  'resource-method-unique',
  'schema-is-more-than-itself',
];
