import type { Location } from '@redocly/openapi-core';

import type { RuleFacts, RuleId } from '../messages/rules.js';
import type { OpenApi, Operation, Parameter, PathItem } from '../openapi/document.js';
import type { ExampleRead } from '../openapi/loaded-spec.js';
import type { Schema } from '../json/schema.js';
import type { Ruleset } from '../config/ruleset.js';

/** The kinds of nodes that rules check. References are resolved before a rule sees a node. */
export interface RuleNodes {
  readonly root: OpenApi;
  readonly schema: Schema;
  /** Operations under `paths`; webhooks are not operations of the provider. */
  readonly operation: Operation;
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly parameter: Parameter;
  /** A header has no `in`. */
  readonly 'parameter or header': { readonly in?: string; readonly allowReserved?: unknown };
  /** A reference itself, anywhere in the document. */
  readonly reference: { readonly $ref: string };
  /** A reference to a schema with the keywords beside it; `schema` sees only the target. */
  readonly 'schema reference': Schema;
  readonly example: ExampleNode;
  /** Nodes with examples: media types, parameters, headers and schemas. All but schemas have a `schema`. */
  readonly 'example holder': ExampleHolder;
}

/** An example object. */
export interface ExampleNode {
  readonly value?: unknown;
  readonly externalValue?: string;
}

/** A media type, a parameter, a header or a schema. */
export interface ExampleHolder {
  /** Absent in schemas. */
  readonly schema?: Schema;
  readonly default?: unknown;
  readonly example?: unknown;
  /** A list in schemas. */
  readonly examples?: Readonly<Record<string, ExampleNode>> | readonly unknown[];
}

/** The location of a node, and how to navigate from it. */
export interface Place {
  /** Key of the node, such as a property name. */
  readonly name: string;
  /** OpenAPI version that the document declares. */
  readonly version: '3.0' | '3.1';
  /** File the node is in. */
  readonly file: string;
  /** Reads the file named by an `externalValue`; see `LoadedSpec`. */
  readExample(externalValue: string): ExampleRead | undefined;
  readonly location: Location;
  /** Whether findings point at the node's key instead of its value. */
  readonly isKey: boolean;
  /** The place of a child of the node. */
  child(key: string): Place;
  /** The place of the node's key instead of its value. */
  key(): Place;
  /** Resolves a reference in the node, or in `file`. */
  resolve<Node>(node: Node, file?: string): Resolved<Node> | undefined;
}

/** The target of a reference, and its location. */
export interface Resolved<Node> {
  readonly node: Node;
  readonly at: Place;
}

/** One violation of a rule. */
export interface Finding<Id extends RuleId = RuleId> {
  readonly at: Place;
  /** What its text in `messages/` is rendered from. */
  readonly values: RuleFacts[Id];
}

/** A check of a spec. One rule per file, named like its file; its texts and its severity are in `messages/rules.ts`. */
export interface Rule<Id extends RuleId = RuleId, Kind extends keyof RuleNodes = keyof RuleNodes> {
  readonly id: Id;
  readonly on: Kind;
  /**
   * The smallest set that the rule belongs to. `structure`: a document that breaks it is not valid OpenAPI. `recommended`: it
   * applies to every document. `iamport`: it applies to this API only.
   */
  readonly set: Ruleset;
  check(node: RuleNodes[Kind], at: Place): readonly Finding<Id>[] | Finding<Id> | undefined;
}

/** Defines a rule for one kind of node. */
export function defineRule<Id extends RuleId, Kind extends keyof RuleNodes>(
  id: Id,
  rule: Omit<Rule<Id, Kind>, 'id'>,
): Rule<Id, Kind> {
  return { id, ...rule };
}
