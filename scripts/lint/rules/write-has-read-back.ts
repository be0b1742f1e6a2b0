import { isObject } from '../../json/schema.js';
import type { RuleFacts } from '../../messages/rules.js';
import { operationsIn } from '../placed-schemas.js';
import { defineRule } from '../rule.js';

/** Methods that change nothing. */
const SAFE_METHODS = ['get', 'head', 'options', 'trace'];

/** One side of a condition: expressions and JSON constants, joined with `??` and `-`. */
const TERM = String.raw`(?:\$(?:statusCode|item#\/\S+|(?:request|response|before)\.\S+)|"[^"]*"|-?\d+(?:\.\d+)?|true|false|null)`;
const SIDE = String.raw`${TERM}(?: (?:\?\?|-) ${TERM})*`;
const CONDITION = new RegExp(`^${SIDE} (?:==|!=) ${SIDE}$`);

// Any response to a write can get lost. The client must then know the effect of the write and how to check for it.
export const writeHasReadBack = defineRule('write-has-read-back', {
  on: 'paths',
  set: 'iamport',
  check(paths, at) {
    const operations = operationsIn(paths, at);
    const ids = new Set(operations.map(({ operation }) => operation.operationId));
    return operations
      .filter(({ method }) => !SAFE_METHODS.includes(method))
      .flatMap(({ operation, at: place }) => findProblems(operation, ids).map((values) => ({ at: place, values })));
  },
});

type Values = RuleFacts['write-has-read-back'];

function findProblems(write: Readonly<Record<string, unknown>>, ids: ReadonlySet<unknown>): Values[] {
  const { operationId, 'x-effect': effect, 'x-read-back': readBack } = write;
  const operation = String(operationId);
  if (typeof effect !== 'string' || !/^[a-z]+$/.test(effect)) return [{ problem: 'effect', operation }];
  if (effect === 'none') return [];
  if (!isObject(readBack)) return [{ problem: 'read-back', operation }];
  if (typeof readBack.none === 'string') return [];
  if (!ids.has(readBack.operation))
    return [{ problem: 'unknown-operation', operation, unknown: String(readBack.operation) }];
  const done: readonly unknown[] = Array.isArray(readBack.done) ? readBack.done : [];
  return done
    .filter((condition) => typeof condition !== 'string' || !CONDITION.test(condition))
    .map((condition) => ({ problem: 'condition', operation, condition: String(condition) }));
}
