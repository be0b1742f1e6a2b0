import { _, type CodeKeywordDefinition, type KeywordCxt } from 'ajv';
import { and, or } from 'ajv/dist/compile/codegen/index.js';
import { type Code, stringify } from 'ajv/dist/compile/codegen/code.js';

import type { Schema } from '../../../json/schema.js';
import { ownProperty } from './own-property.js';

/** Two alternatives, distinguished by a property. */
export interface Choice {
  readonly property: string;
  /** Value of the property that means `then`. */
  readonly constant: unknown;
  /** Type of all other values of the property, which mean `else`. */
  readonly type: string;
  readonly then: Schema;
  readonly else: Schema;
  /** Reports a property that matches neither; accepts no value. */
  readonly otherwise: Schema;
}

/** `anyOf` of two alternatives distinguished by a property (`code: 0` or not): only the matching one reports errors. */
export const chooseBy: CodeKeywordDefinition = {
  keyword: 'chooseBy',
  schemaType: 'object',
  code(context: KeywordCxt) {
    const { gen, data } = context;
    // Written by prepareSchema, never by a spec.
    const choice = context.schema as Choice;
    const value = ownProperty(data, choice.property);
    const isObject = _`${data} && typeof ${data} == "object"`;
    const follow = (branch: 'then' | 'else' | 'otherwise') => (): void => {
      context.subschema({ keyword: 'chooseBy', schemaProp: branch }, gen.name('valid'));
    };
    const isConstant = and(isObject, _`${value} === ${stringify(choice.constant)}`);
    const isOther = and(isObject, isOfType(value, choice.type));
    gen.if(isConstant, follow('then'), () => gen.if(isOther, follow('else'), follow('otherwise')));
  },
};

function isOfType(value: Code, type: string): Code {
  if (type === 'integer') return _`typeof ${value} == "number" && ${value} % 1 === 0`;
  return _`typeof ${value} == ${type}`;
}

/** Null, or a value of the inner schema: `anyOf: [X, null]` without the error "must be null" for objects. */
export const notNull: CodeKeywordDefinition = {
  keyword: 'notNull',
  schemaType: 'object',
  code(context: KeywordCxt) {
    const valid = context.gen.name('valid');
    context.gen.if(_`${context.data} !== null`, () => context.subschema({ keyword: 'notNull' }, valid));
  },
};

/** A value that `===` compares as JSON Schema does. */
export type Scalar = string | number | boolean;

/** Alternatives, distinguished by the value of a property. */
export interface Switch {
  readonly property: string;
  /** The values that mean each alternative; no two have one in common. */
  readonly values: readonly (readonly Scalar[])[];
  /** The alternatives, by their position: Ajv finds a schema only directly below its keyword. */
  readonly [position: `case${number}`]: Schema;
  /** Reports a value that matches no alternative; accepts no value. */
  readonly otherwise: Schema;
}

/** `oneOf` or `anyOf` of alternatives distinguished by a property: only the matching one is evaluated and reports errors. */
export const switchBy: CodeKeywordDefinition = {
  keyword: 'switchBy',
  schemaType: 'object',
  code(context: KeywordCxt) {
    const { gen, data } = context;
    // Written by prepareSchema, never by a spec.
    const { property, values } = context.schema as Switch;
    const selector = gen.const('selector', and(_`${data} && typeof ${data} == "object"`, ownProperty(data, property)));
    const follow = (schemaProp: string): void => {
      context.subschema({ keyword: 'switchBy', schemaProp }, gen.name('valid'));
    };
    for (const [position, meant] of values.entries()) {
      const isMeant = or(...meant.map((value) => _`${selector} === ${stringify(value)}`));
      if (position === 0) gen.if(isMeant);
      else gen.elseIf(isMeant);
      follow(`case${position}`);
    }
    gen.else();
    follow('otherwise');
    gen.endIf();
  },
};
