import { _, type CodeKeywordDefinition, type KeywordCxt } from 'ajv';
import { and } from 'ajv/dist/compile/codegen/index.js';
import { stringify, type Code } from 'ajv/dist/compile/codegen/code.js';

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
