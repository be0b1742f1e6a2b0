import type { Oas3Rule, Plugin, UserContext } from '@redocly/openapi-core';

import type { Place, Rule, RuleNodes } from './rule.js';
import { RULES } from './index.js';

/** Our rules in the form Redocly runs them. */
export const rulesPlugin: Plugin = {
  id: 'iamport-kit',
  rules: { oas3: Object.fromEntries(RULES.map((rule) => [rule.id, toRedocly(rule)])) },
};

/** The same rules switched on, under the names Redocly gives to the rules of a plugin. */
export const ruleSettings: Readonly<Record<string, 'error' | 'warn'>> = Object.fromEntries(
  RULES.map(({ id, severity }) => [`${rulesPlugin.id}/${id}`, severity === 'error' ? 'error' : 'warn']),
);

function toRedocly(rule: Rule): Oas3Rule {
  const enter = (node: object, context: UserContext): void => {
    const at = placeOf(context, context.location, String(context.key));
    // Redocly's own types of the nodes are wider than ours; its structure rule has checked what both rely on.
    for (const finding of [rule.check(node as RuleNodes[keyof RuleNodes], at) ?? []].flat()) {
      const { location, isKey } = finding.at;
      const { source, pointer } = location;
      context.report({ message: finding.message, location: { source, pointer, reportOnKey: isKey } });
    }
  };
  return () => visitorOf(rule.on, enter);
}

type Visit = (node: object, context: UserContext) => void;

function visitorOf(kind: keyof RuleNodes, enter: Visit): ReturnType<Oas3Rule> {
  switch (kind) {
    case 'root':
      return { Root: { enter } };
    case 'schema':
      return { Schema: { enter } };
    case 'operation':
      return { Paths: { Operation: { enter } } };
    case 'paths':
      return { Paths: { enter } };
    case 'reference':
      return { ref: { enter } };
    case 'example':
      return { Example: { enter } };
  }
}

function placeOf(context: UserContext, location: UserContext['location'], name: string): Place {
  return {
    name,
    file: location.source.absoluteRef,
    location,
    isKey: false,
    child: (key) => placeOf(context, location.child([key]), key),
    key: () => ({ ...placeOf(context, location, name), isKey: true }),
    resolve(node, file) {
      // Redocly follows anything with a `$ref` and gives everything else back.
      const resolved = context.resolve<object>(node as object, file);
      if (resolved.node === undefined) return undefined;
      const target = resolved.location;
      return {
        // What a reference leads to is of the same kind as what it stands for.
        node: resolved.node as typeof node,
        file: target.source.absoluteRef,
        // Redocly gives no location for what is no reference at all.
        at: isReference(node) ? placeOf(context, target, nameIn(target)) : placeOf(context, location, name),
      };
    },
  };
}

function isReference(node: unknown): boolean {
  return typeof node === 'object' && node !== null && '$ref' in node;
}

function nameIn(location: UserContext['location']): string {
  return location.pointer.replace(/^.*\//s, '');
}
