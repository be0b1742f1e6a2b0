import type { Schema } from '../json/schema.js';
import type { Parameter } from './document.js';

/** The schema of a parameter's value: its own, or that of the one media type in its `content`. */
export function parameterSchema({ schema, content }: Pick<Parameter, 'schema' | 'content'>): Schema {
  return schema ?? Object.values(content ?? {})[0]?.schema ?? {};
}
