import { checkShape, type ShapeFault } from './check-shape.js';
import { evaluate, ownValue, pathsOf } from './conditions.js';
import { nearestName } from './nearest-name.js';
import type { RequestIssue, RequestRule, RequestRules, RequestTexts } from './request-rules.js';

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
  return (request, { pg } = {}) => {
    const faults = checkShape(rules.shape, { value: request ?? null, pointer: '', name: '' }).map((fault) =>
      issueOf(fault, texts),
    );
    if (faults.some(({ pointer, kind }) => pointer === '' && kind === 'type')) return faults;
    const unknown = unknownParts(request, rules, texts).filter(
      ({ pointer }) => !faults.some((fault) => fault.pointer === pointer),
    );
    const gateway = pg ?? gatewayOf(ownValue(request, rules.gatewayProperty));
    const wrong = [...faults, ...unknown].map(({ pointer }) => pointer);
    const broken = rules.rules.flatMap((rule, index) => {
      const pointer = appliesTo(rule, gateway) ? placeBroken(rule, request, wrong) : undefined;
      if (pointer === undefined) return [];
      wrong.push(pointer);
      return [brokenRule(rule, pointer, { text: texts.rules[index] ?? '', gateway })];
    });
    return [...faults, ...broken, ...unknown];
  };
}

function issueOf(fault: ShapeFault, texts: RequestTexts): RequestIssue {
  const { kind, pointer, name } = fault;
  const message =
    kind === 'type' ? texts.type(fault) : kind === 'least' ? texts.least(name, fault.least) : texts[kind](name);
  return { severity: 'error', kind, pointer, message };
}

function brokenRule(
  { severity, on }: RequestRule,
  pointer: string,
  { text, gateway }: { readonly text: string; readonly gateway: string | undefined },
): RequestIssue {
  const issue = { severity: severity ?? 'error', kind: 'rule', pointer } as const;
  if (on === undefined || gateway === undefined) return { ...issue, message: text };
  return { ...issue, message: `${gateway}: ${text}`, pg: gateway };
}

function gatewayOf(named: unknown): string | undefined {
  return typeof named === 'string' ? named.split('.', 1)[0] : undefined;
}

function appliesTo({ on, except }: RequestRule, gateway: string | undefined): boolean {
  if (gateway === undefined) return on === undefined;
  return on?.split(' ').includes(gateway) !== false && except?.split(' ').includes(gateway) !== true;
}

/** Location of a broken rule; undefined if the rule holds, or depends on a value with another error. */
function placeBroken(
  { when = true, check, at }: RequestRule,
  request: unknown,
  wrong: readonly string[],
): string | undefined {
  if (evaluate(when, request) !== true) return undefined;
  const broken = check.find((condition) => evaluate(condition, request) === false);
  if (broken === undefined) return undefined;
  const reads = [when, ...check].flatMap(pathsOf).map(([name = '']) => `/${name}/`);
  if (wrong.some((place) => reads.some((read) => `${place}/`.startsWith(read)))) return undefined;
  const blamed = at ?? pathsOf(broken)[0]?.[0] ?? '';
  return ownValue(request, blamed) === undefined ? '' : `/${blamed}`;
}

/** Unknown names and values. Gateways add new ones, so these are warnings. */
function unknownParts(
  request: unknown,
  { shape, otherNames, lists }: RequestRules,
  texts: RequestTexts,
): RequestIssue[] {
  const known = Object.keys(shape).map((name) => name.replace('!', ''));
  const names = Object.keys(request ?? {}).filter(
    (name) => !known.includes(name) && ownValue(request, name) !== undefined,
  );
  const values = Object.keys(lists).filter((name) => {
    const value = ownValue(request, name);
    return typeof value === 'string' && value !== '' && lists[name]?.includes(value) === false;
  });
  const other = (name: string): string | undefined =>
    Object.hasOwn(otherNames, name) ? otherNames[name] : nearestName(name, known);
  const warn = (kind: 'unknown-name' | 'unknown-value', name: string, message: string): RequestIssue => ({
    severity: 'warning',
    kind,
    pointer: `/${name}`,
    message,
  });
  return [
    ...names.map((name) => warn('unknown-name', name, texts.unknownName(name, other(name)))),
    ...values.map((name) => warn('unknown-value', name, texts.unknownValue(name))),
  ];
}
