import type { Rule } from './rule.js';
import { amountIsNumber } from './rules/amount-is-number.js';
import { exampleFileIsJson } from './rules/example-file-is-json.js';
import { operationHasOfficialId } from './rules/operation-has-official-id.js';
import { pathsUnambiguous } from './rules/paths-unambiguous.js';
import { timestampIsUnixtime } from './rules/timestamp-is-unixtime.js';

/** Our own rules, beside Redocly's. Add a file under `rules/` and a line here. */
export const RULES: readonly Rule[] = [
  amountIsNumber,
  exampleFileIsJson,
  operationHasOfficialId,
  pathsUnambiguous,
  timestampIsUnixtime,
];
