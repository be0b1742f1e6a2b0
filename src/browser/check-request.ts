import { checkShape, type ShapeIssue } from './check-shape.js';
import { evaluate, namesRead, ownValue } from './conditions.js';
import { demandOf } from './rule-demand.js';
import type { RequestIssue, RequestRules, RequestTexts } from './request-rules.js';

/** Checks a request. `pg` is the gateway of the channel, for requests with a channel key only. */
export type RequestCheck = (
  request: unknown,
  options?: { readonly pg?: string | undefined },
) => readonly RequestIssue[];

/**
 * Combines the rules of a request with the messages of a language. The check neither modifies the request nor throws
 * because of it.
 */
export function createRequestCheck(rules: RequestRules, texts: RequestTexts): RequestCheck {
  const codes = rules.gateways.split(' ');
  const lines = rules.rules.map((line) => line.replace('…', codes.join('|')).split(' | '));
  return (request, { pg } = {}) => {
    const root = { value: request ?? null, pointer: '', name: '' };
    const issues = checkShape(rules.shape, root, rules.otherNames).map((issue) => issueOf(issue, texts));
    if (issues.some(({ pointer, kind }) => pointer === '' && kind === 'type')) return issues;
    issues.push(...unknownValues(request, rules, texts));
    const wrong = issues.map(({ pointer }) => pointer);
    const named = ownValue(request, rules.gatewayProperty);
    const gateway = pg ?? (typeof named === 'string' ? named.split('.')[0] : undefined);
    const letter = letterOf(codes.indexOf(gateway ?? ''));
    const broken = lines.flatMap((line, index): RequestIssue[] => {
      const [head = ''] = line;
      const [, mark, except, letters = ''] = /^(\??)(~?)(.*)/.exec(head) ?? [];
      const isOfAll = letters === '' || (gateway === undefined && except !== '');
      const pointer =
        isOfAll || (gateway !== undefined && letters.includes(letter) === (except === ''))
          ? placeBroken(line, request, wrong)
          : undefined;
      if (pointer === undefined) return [];
      wrong.push(pointer);
      const message = texts.rules[index] || texts.demand(demandOf(line));
      const issue = { severity: mark === '' ? 'error' : 'warning', kind: 'rule', pointer } as const;
      const isOwn = gateway !== undefined && letters !== '' && except === '';
      return [isOwn ? { ...issue, message: `${gateway}: ${message}`, pg: gateway } : { ...issue, message }];
    });
    return [...issues, ...broken];
  };
}

/** The character of a gateway in rules; a space, which no rule uses, for an unknown one. */
function letterOf(index: number): string {
  return index < 0 ? ' ' : String.fromCharCode(index + (index < 58 ? 65 : 256));
}

function issueOf(issue: ShapeIssue, texts: RequestTexts): RequestIssue {
  const { kind, pointer } = issue;
  // Each kind of issue has a message of its own type; TypeScript cannot relate them.
  const say = texts[kind] as (issue: ShapeIssue) => string;
  return { severity: kind === 'unknown-name' ? 'warning' : 'error', kind, pointer, message: say(issue) };
}

/** Location of a broken rule; undefined if the rule holds, or depends on a value with another error. */
function placeBroken(
  [, premise = '', conditions = '', at]: readonly string[],
  request: unknown,
  wrong: readonly string[],
): string | undefined {
  const tokens = (text: string): string[] => text.split(' ').map((token) => token.replaceAll('␠', ' '));
  if (premise !== '' && evaluate(tokens(premise), request) !== true) return undefined;
  const broken = conditions.split(' ; ').find((condition) => evaluate(tokens(condition), request) === false);
  if (broken === undefined) return undefined;
  const reads = namesRead(`${premise} ${conditions}`.split(' '));
  if (wrong.some((place) => reads.includes(place.split('/')[1] ?? ''))) return undefined;
  const blamed = at ?? namesRead(broken.split(' '))[0] ?? '';
  return ownValue(request, blamed) === undefined ? '' : `/${blamed}`;
}

/** Values that are in no open list of the spec. Gateways add new ones, so these are warnings. */
function unknownValues(request: unknown, { lists }: RequestRules, texts: RequestTexts): RequestIssue[] {
  return Object.keys(lists).flatMap((name) => {
    const value = ownValue(request, name);
    if (typeof value !== 'string' || value === '' || lists[name]?.split(' ').includes(value) !== false) return [];
    const message = texts['unknown-value']({ name });
    return [{ severity: 'warning', kind: 'unknown-value', pointer: `/${name}`, message }];
  });
}
