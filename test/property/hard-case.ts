import type { Schema } from '../../scripts/json/schema.js';

/** A schema, what it accepts and what it refuses. */
export interface HardCase {
  readonly schema: Schema;
  readonly valid: readonly unknown[];
  readonly invalid: readonly unknown[];
}

/** A part of a case. */
export const object = (properties: Record<string, Schema>, required: string[] = []): Schema => ({
  type: 'object',
  required,
  properties,
});
/** A part of a case. */
export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
/** A part of a case. */
export const text: Schema = { type: 'string' };
/** A part of a case. */
export const number: Schema = { type: 'number' };
/** A part of a case. */
export const other = ref('Other');
