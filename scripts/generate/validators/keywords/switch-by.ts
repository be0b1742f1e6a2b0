import { _, type CodeKeywordDefinition, type KeywordCxt } from 'ajv';
import { and, or } from 'ajv/dist/compile/codegen/index.js';
import { stringify } from 'ajv/dist/compile/codegen/code.js';

import type { Schema } from '../../../json/schema.js';
import { ownProperty } from './own-property.js';

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
    const told = gen.const('told', and(_`${data} && typeof ${data} == "object"`, ownProperty(data, property)));
    const follow = (schemaProp: string): void => {
      context.subschema({ keyword: 'switchBy', schemaProp }, gen.name('valid'));
    };
    for (const [position, meant] of values.entries()) {
      const isMeant = or(...meant.map((value) => _`${told} === ${stringify(value)}`));
      if (position === 0) gen.if(isMeant);
      else gen.elseIf(isMeant);
      follow(`case${position}`);
    }
    gen.else();
    follow('otherwise');
    gen.endIf();
  },
};
