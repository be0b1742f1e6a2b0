import type { Texts } from '../../messages/entry.js';
import { isObject } from '../../json/schema.js';
import { operationsIn } from '../placed-schemas.js';
import { defineRule, type Finding, type Place } from '../rule.js';

/** Methods that change nothing. */
const SAFE_METHODS = ['get', 'head', 'options', 'trace'];

/** One side of a condition: expressions and JSON constants, joined with `??` and `-`. */
const TERM = String.raw`(?:\$(?:statusCode|item#\/\S+|(?:request|response|before)\.\S+)|"[^"]*"|-?\d+(?:\.\d+)?|true|false|null)`;
const SIDE = String.raw`${TERM}(?: (?:\?\?|-) ${TERM})*`;
const CONDITION = new RegExp(`^${SIDE} (?:==|!=) ${SIDE}$`);

// Any response to a write can get lost. The client must then know the effect of the write and how to check for it.
export const writeHasReadBack = defineRule({
  on: 'paths',
  set: 'iamport',
  title: {
    en: 'A write does not declare its effect or how to check for it',
    ko: '쓰기 작업에 효과와 결과 확인 방법이 적혀 있지 않습니다',
  },
  cause: {
    en: 'When the response to a write is lost, the client uses `x-read-back` to check whether it happened, and `x-effect` to report it.',
    ko: '쓰기 요청의 응답이 유실되면 클라이언트는 `x-read-back`으로 처리 여부를 확인하고 `x-effect`의 말로 알립니다.',
  },
  fix: {
    en: 'Set `x-effect` (a verb such as `charge`, or `none`) and `x-read-back` (`{ operation, from, done }` or `{ none: <reason> }`).',
    ko: '`x-effect`(`charge` 같은 동사 또는 `none`)와 `x-read-back`(`{ operation, from, done }` 또는 `{ none: <이유> }`)을 적으세요.',
  },
  check(paths, at): Finding[] {
    const operations = operationsIn(paths, at);
    const ids = new Set(operations.map(({ operation }) => operation.operationId));
    return operations
      .filter(({ method }) => !SAFE_METHODS.includes(method))
      .flatMap(({ operation, at: place }) =>
        findProblems(operation, ids).map((problem) => toFinding(problem, operation, place)),
      );
  },
});

function toFinding({ en, ko }: Texts, { operationId }: Readonly<Record<string, unknown>>, at: Place): Finding {
  const id = String(operationId);
  return { at, en: `\`${id}\` ${en}.`, ko: `\`${id}\` 작업: ${ko}.` };
}

function findProblems(operation: Readonly<Record<string, unknown>>, ids: ReadonlySet<unknown>): Texts[] {
  const { 'x-effect': effect, 'x-read-back': readBack } = operation;
  if (typeof effect !== 'string' || !/^[a-z]+$/.test(effect)) {
    return [{ en: 'has no `x-effect`', ko: '`x-effect`가 없습니다' }];
  }
  if (effect === 'none') return [];
  if (!isObject(readBack)) return [{ en: 'has no `x-read-back`', ko: '`x-read-back`이 없습니다' }];
  if (typeof readBack.none === 'string') return [];
  if (!ids.has(readBack.operation)) {
    const name = String(readBack.operation);
    return [{ en: `names \`${name}\` in \`x-read-back\`, which does not exist`, ko: `\`${name}\` 작업이 없습니다` }];
  }
  const done: readonly unknown[] = Array.isArray(readBack.done) ? readBack.done : [];
  return done
    .filter((condition) => typeof condition !== 'string' || !CONDITION.test(condition))
    .map((condition) => ({
      en: `has an invalid condition: ${String(condition)}`,
      ko: `조건을 해석할 수 없습니다: ${String(condition)}`,
    }));
}
