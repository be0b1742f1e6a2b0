import type { Location } from '@redocly/openapi-core';

import type { Texts } from '../messages/entry.js';
import type { Severity } from '../messages/diagnostic.js';
import type { OpenApi, Operation, PathItem } from '../openapi/document.js';
import type { ExampleRead } from '../openapi/loaded-spec.js';
import type { Schema } from '../json/schema.js';

/** What a rule may look at, and the shape it gets. References are followed before a rule sees a node. */
export interface RuleNodes {
  readonly root: OpenApi;
  readonly schema: Schema;
  /** Operations under `paths`; webhooks are not the provider's operations. */
  readonly operation: Operation;
  readonly paths: Readonly<Record<string, PathItem>>;
  /** A reference itself, wherever it stands. */
  readonly reference: { readonly $ref: string };
  /** A reference to a schema, and the keywords beside it: `schema` sees only what it leads to. */
  readonly 'schema reference': Schema;
  readonly example: { readonly externalValue?: string };
}

/** Where a rule looks, and what it can ask about the place. */
export interface Place {
  /** Key under which the node stands, such as the name of a property. */
  readonly name: string;
  /** Version of OpenAPI that the document says it follows. */
  readonly version: '3.0' | '3.1';
  /** File the node is in. */
  readonly file: string;
  /** Reads the file that an `externalValue` names here; see `LoadedSpec`. */
  readExample(externalValue: string): ExampleRead | undefined;
  readonly location: Location;
  /** Whether a finding points at the node's key instead of its value. */
  readonly isKey: boolean;
  /** The place of a part of the node. */
  child(key: string): Place;
  /** The place of the node's key instead of its value. */
  key(): Place;
  /** Follows a reference that stands in the node, or in `file`. */
  resolve<Node>(node: Node, file?: string): Resolved<Node> | undefined;
}

/** What a reference leads to, and where that is. */
export interface Resolved<Node> {
  readonly node: Node;
  readonly file: string;
  readonly at: Place;
}

/** One violation. */
export interface Finding {
  readonly at: Place;
  readonly message: Texts;
}

/** One thing to be checked in a spec. One rule per file, named like its file. */
export interface Rule<Kind extends keyof RuleNodes = keyof RuleNodes> {
  readonly id: string;
  readonly severity: Severity;
  readonly on: Kind;
  /** `any`: true of every OpenAPI document. `iamport`: a promise of this API, and of no other. */
  readonly set: 'any' | 'iamport';
  /** What it is, why it matters and what to do: `iamport-kit explain <rule-id>`. */
  readonly title: Texts;
  readonly cause: Texts;
  readonly fix: Texts;
  check(node: RuleNodes[Kind], at: Place): readonly Finding[] | Finding | undefined;
}

/** Types a rule by what it looks at. */
export function defineRule<Kind extends keyof RuleNodes>(rule: Rule<Kind>): Rule<Kind> {
  return rule;
}
