import type { Oas3Rule, Plugin, UserContext } from '@redocly/openapi-core';

import { REDOCLY_ENTRIES, type UnreadReason } from '../messages/redocly.js';
import { RULE_ENTRIES } from '../messages/rules.js';
import type { RuleLevel } from '../config/config.js';
import type { RuleLevels } from '../report/rule-levels.js';
import type { LoadedSpec } from '../openapi/loaded-spec.js';
import { observeSchemas, type Sightings } from './redocly-corrections.js';
import type { Finding, Place, Rule, RuleNodes } from './rule.js';
import { RULES } from './every-rule.js';

/** What we attach to a problem of Redocly. */
export interface Carried {
  /** Those of a finding of our rules. */
  readonly values?: Finding['values'];
  /** Why a file was not read, if it was we who refused it. */
  readonly reason?: UnreadReason;
}

const ID = 'iamport-kit';
const OBSERVER = 'observe-schemas';

/** What our rules need in a run. */
export interface RuleRun {
  /** Receives what a rule has thrown. In a document with an invalid structure, a node can be any value. */
  readonly onError: (fault: unknown) => void;
  readonly readExample: LoadedSpec['readExample'];
  /** What is known of the document when the run has ended. */
  readonly seen: Sightings;
}

/** Our rules as a plugin of Redocly. */
export function rulesPlugin(run: RuleRun): Plugin {
  const placeIn = placesOf(run);
  return {
    id: ID,
    rules: {
      oas3: {
        [OBSERVER]: observeSchemas(run.seen),
        ...Object.fromEntries(RULES.map((rule) => [rule.id, toRedocly(rule, placeIn, run)])),
      },
    },
    typeExtension: { oas3: (types, version) => (version === 'oas3_1' ? openSchema(types) : types) },
  };
}

type Types = ReturnType<NonNullable<NonNullable<Plugin['typeExtension']>['oas3']>>;

/** Allows unknown keys in schemas: our rule `keyword-is-known` reports them as warnings. */
function openSchema(types: Types): Types {
  const { Schema } = types;
  return Schema === undefined ? types : { ...types, Schema: { ...Schema, additionalProperties: () => null } };
}

/** The level of every rule, under the names that Redocly gives to rules of a plugin. */
export function ruleSettings(isOn: (rule: Rule) => boolean, levels: RuleLevels): Record<string, RuleLevel> {
  const own = RULES.map((rule): [string, RuleLevel] => {
    const level = RULE_ENTRIES[rule.id].severity === 'warning' ? 'warn' : 'error';
    return [`${ID}/${rule.id}`, levels.get(rule.id) ?? (isOn(rule) ? level : 'off')];
  });
  const theirs = [...levels].filter(([code]) => Object.hasOwn(REDOCLY_ENTRIES, code));
  return Object.fromEntries([[`${ID}/${OBSERVER}`, 'error'], ...own, ...theirs]);
}

type PlaceIn = (context: UserContext) => Place;

/** Makes the place of a node once for all rules, which Redocly calls one after another with contexts of their own. */
function placesOf({ readExample }: RuleRun): PlaceIn {
  let last: (Pick<UserContext, 'location' | 'key'> & { readonly place: Place }) | undefined;
  return (context) => {
    const { location, key } = context;
    if (last?.location !== location || last.key !== key)
      last = { location, key, place: placeOf({ context, readExample }, location, String(key)) };
    return last.place;
  };
}

function toRedocly(rule: Rule, placeIn: PlaceIn, { onError }: RuleRun): Oas3Rule {
  const findingsOf = (node: object, context: UserContext): readonly Finding[] => {
    try {
      const found = rule.check(node, placeIn(context));
      return found === undefined ? [] : [found].flat();
    } catch (fault) {
      onError(fault);
      return [];
    }
  };
  const enter = (node: object, context: UserContext): void => {
    for (const { at, values } of findingsOf(node, context)) {
      const { source, pointer } = at.location;
      const carried: Carried = { values };
      // Without an ID, Redocly names the plugin too. The text is rendered from the values.
      const problem = { ruleId: rule.id, message: '', location: { source, pointer, reportOnKey: at.isKey } };
      context.report({ ...problem, ...carried });
    }
  };
  return () => VISITORS[rule.on](enter);
}

type Visit = (node: object, context: UserContext) => void;

/** What Redocly calls the nodes of a kind, where it is only a name. */
function nodesCalled(...names: readonly string[]): (enter: Visit) => ReturnType<Oas3Rule> {
  return (enter) => Object.fromEntries(names.map((name) => [name, { enter }]));
}

/** How Redocly calls the nodes of each kind. */
const VISITORS: Readonly<Record<keyof RuleNodes, (enter: Visit) => ReturnType<Oas3Rule>>> = {
  root: nodesCalled('Root'),
  schema: nodesCalled('Schema'),
  operation: (enter) => ({ Paths: { Operation: { enter } } }),
  parameter: nodesCalled('Parameter'),
  'parameter or header': nodesCalled('Parameter', 'Header'),
  paths: nodesCalled('Paths'),
  reference: nodesCalled('ref'),
  'schema reference': (enter) =>
    nodesCalled('ref')((node, context) => {
      if (context.type.name === 'Schema') enter(node, context);
    }),
  example: nodesCalled('Example'),
  'example holder': nodesCalled('MediaType', 'Parameter', 'Header', 'Schema'),
};

type View = Pick<RuleRun, 'readExample'> & { readonly context: UserContext };

function placeOf(view: View, location: UserContext['location'], name: string): Place {
  const { context, readExample } = view;
  return {
    name,
    version: context.specVersion === 'oas3_0' ? '3.0' : '3.1',
    file: location.source.absoluteRef,
    readExample: (externalValue) => readExample(externalValue, location.source.absoluteRef),
    location,
    isKey: false,
    child: (key) => placeOf(view, location.child([key]), key),
    key: () => ({ ...placeOf(view, location, name), isKey: true }),
    resolve(node, file) {
      // Redocly resolves any object with a `$ref` and returns everything else unchanged.
      const resolved = context.resolve<object>(node as object, file);
      if (resolved.node === undefined) return undefined;
      const target = resolved.location;
      const isReference = typeof node === 'object' && node !== null && '$ref' in node;
      return {
        // The target of a reference has the same type as the node that the reference replaces.
        node: resolved.node as typeof node,
        // Redocly gives a location for references only.
        at: isReference ? placeOf(view, target, target.pointer.replace(/^.*\//s, '')) : placeOf(view, location, name),
      };
    },
  };
}
