import type { OpenApi, Parameter } from '../../scripts/openapi/document.js';
import { componentName, typesOf, type Schema } from '../../scripts/json/schema.js';

/** A field as the provider publishes it. */
export interface OfficialField {
  readonly name: string;
  readonly type: string;
  readonly in?: string;
  readonly required?: boolean;
  readonly maxLength?: number;
  readonly enum?: readonly unknown[];
}

/** An operation as the provider publishes it. */
export interface OfficialOperation {
  readonly method: string;
  readonly path: string;
  readonly officialOperationId: string;
  readonly parameters: readonly OfficialField[];
  readonly body: readonly OfficialField[];
  readonly bodyTypes: readonly string[];
  readonly responses: Readonly<Record<string, string | null>>;
}

/** The provider's schemas by name; `(allOf)` lists the schemas that one extends. */
export type OfficialSchemas = Readonly<
  Record<string, { readonly fields: Readonly<Record<string, Omit<OfficialField, 'name'> | readonly string[]>> }>
>;

/** Compares published types with our schemas. */
export class Comparison {
  /** The published schemas that were compared with something. */
  readonly visited = new Set<string>();
  readonly #official: OfficialSchemas;
  readonly #ours: OpenApi;

  constructor(official: OfficialSchemas, ours: OpenApi) {
    this.#official = official;
    this.#ours = ours;
  }

  /** What of a published field is not in ours, each with its place. */
  differences(field: Omit<OfficialField, 'name'>, ours: Schema | undefined, at: string): string[] {
    if (ours === undefined) return [`${at}: missing`];
    const alternatives = this.#alternatives(ours);
    if (field.type.endsWith('[]')) return this.#arrayDifferences(field, alternatives, at);
    if (Object.hasOwn(this.#official, field.type)) return this.#objectDifferences(field.type, alternatives, at);
    const types = alternatives.flatMap((schema) => [...typesOf(schema)]);
    if (!compatible(field.type).some((type) => types.includes(type)))
      return [`${at}: ${field.type} became ${types.join('|')}`];
    const known = alternatives.flatMap((schema): unknown => schema.enum ?? schema['x-extensible-enum'] ?? []);
    const lost = (field.enum ?? []).filter((value) => value !== '' && !known.includes(value));
    const isLonger = alternatives.some(({ maxLength }) => maxLength !== undefined && maxLength !== field.maxLength);
    return [
      ...(lost.length > 0 ? [`${at}: ${lost.join(', ')} missing`] : []),
      ...(field.type === 'string' && field.maxLength !== undefined && isLonger ? [`${at}: another length`] : []),
    ];
  }

  /** Follows a reference to a parameter. */
  parameter(parameter: Parameter): Parameter {
    const name = parameter.$ref?.replace(/^.*\//, '');
    const shared = this.#ours.components?.parameters as Readonly<Record<string, Parameter>> | undefined;
    return (name === undefined ? undefined : shared?.[name]) ?? parameter;
  }

  #arrayDifferences(field: Omit<OfficialField, 'name'>, alternatives: readonly Schema[], at: string): string[] {
    const list = alternatives.find((schema) => typesOf(schema).includes('array'));
    if (list === undefined) return [`${at}: no array`];
    const type = field.type.slice(0, -2);
    if (type === 'unknown') return [];
    return this.differences({ type }, typeof list.items === 'object' ? list.items : undefined, `${at}[]`);
  }

  #objectDifferences(name: string, alternatives: readonly Schema[], at: string): string[] {
    this.visited.add(name);
    return Object.entries(this.#official[name]?.fields ?? {}).flatMap(([key, field]) => {
      if (key === '(allOf)')
        return (field as readonly string[]).flatMap((base) => this.#objectDifferences(base, alternatives, at));
      const candidates = alternatives.flatMap(({ properties }): Schema[] =>
        properties?.[key] ? [properties[key]] : [],
      );
      const ours = candidates.length > 1 ? { anyOf: candidates } : candidates[0];
      return this.differences(field as Omit<OfficialField, 'name'>, ours, `${at}/${key}`);
    });
  }

  #alternatives(schema: Schema): Schema[] {
    const name = componentName(schema.$ref);
    const target = name === undefined ? undefined : this.#ours.components?.schemas?.[name];
    if (target !== undefined) return this.#alternatives(target);
    const parts = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
    return [schema, ...parts.flatMap((part) => this.#alternatives(part))];
  }
}

/** Money is published as an integer here and there; objects are often published without their parts. */
function compatible(type: string): readonly string[] {
  return type === 'integer' ? ['integer', 'number'] : [type];
}
