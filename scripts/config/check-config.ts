import { didYouMean } from '../messages/did-you-mean.js';
import { isObject, typesOf, type Schema } from '../json/schema.js';
import { CONFIG_SCHEMA } from './config-schema.js';
import { childPointer } from '../json/pointer.js';

/** Something wrong in a config. */
export interface ConfigProblem {
  readonly pointer: string;
  /** Whether the property's name is wrong rather than its value. */
  readonly place: 'key' | 'value';
  readonly message: string;
}

/** Finds what is wrong with the content of a config; nothing when {@link CONFIG_SCHEMA} allows it. */
export function checkConfig(config: unknown): ConfigProblem[] {
  return checkValue(config, CONFIG_SCHEMA, '');
}

// Reads just the keywords that CONFIG_SCHEMA uses: Ajv takes longer to load than most runs take as a whole.
function checkValue(value: unknown, schema: Schema, pointer: string): ConfigProblem[] {
  const types = typesOf(schema);
  if (!types.some((type) => isOfType(value, type)))
    return [{ pointer, place: 'value', message: `${nameOf(pointer)} must be ${types.map(withArticle).join(' or ')}` }];
  if (Array.isArray(value)) return checkItems(value, schema, pointer);
  if (isObject(value)) return checkProperties(value, schema, pointer);
  const message = scalarFault(value, schema);
  return message === undefined ? [] : [{ pointer, place: 'value', message: `${nameOf(pointer)} ${message}` }];
}

function checkItems(values: readonly unknown[], { items, minItems }: Schema, pointer: string): ConfigProblem[] {
  if (minItems === 1 && values.length === 0)
    return [{ pointer, place: 'value', message: `${nameOf(pointer)} must not be empty` }];
  return isObject(items)
    ? values.flatMap((value, index) => checkValue(value, items, childPointer(pointer, index)))
    : [];
}

function checkProperties(value: Record<string, unknown>, schema: Schema, pointer: string): ConfigProblem[] {
  const { properties = {}, additionalProperties } = schema;
  const known = Object.keys(properties).filter((name) => name !== '$schema');
  const found = Object.entries(value).flatMap(([name, member]) => {
    const at = childPointer(pointer, name);
    const own = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (own !== undefined) return checkValue(member, own, at);
    if (isObject(additionalProperties)) return checkValue(member, additionalProperties, at);
    return [{ pointer: at, place: 'key' as const, message: unknownKey(name, known) }];
  });
  return [...found, ...presenceFaults(value, schema).map((message) => ({ pointer, place: 'value' as const, message }))];
}

function presenceFaults(value: Record<string, unknown>, { required = [], oneOf, dependentRequired }: Schema): string[] {
  const has = (name: string): boolean => Object.hasOwn(value, name);
  const choice = (oneOf ?? []).flatMap((option) => option.required ?? []);
  return [
    ...required.filter((name) => !has(name)).map((name) => `"${name}" is missing`),
    ...(choice.length > 0 && choice.filter(has).length !== 1
      ? [`give either ${choice.map((name) => `"${name}"`).join(' or ')}`]
      : []),
    ...(isObject(dependentRequired) && has('status') && !has('operation') ? ['"status" needs "operation"'] : []),
  ];
}

function scalarFault(value: unknown, schema: Schema): string | undefined {
  if (schema.enum !== undefined && !schema.enum.includes(value)) return `must be one of ${schema.enum.join(', ')}`;
  if (value === '' && schema.minLength === 1) return 'must not be empty';
  if (typeof value !== 'number') return undefined;
  const { minimum, maximum } = schema;
  const isWithin =
    !(typeof minimum === 'number' && value < minimum) && !(typeof maximum === 'number' && value > maximum);
  return isWithin ? undefined : `must be from ${String(minimum)} to ${String(maximum)}`;
}

function unknownKey(name: string, known: readonly string[]): string {
  const near = didYouMean(name, known);
  return `there is no key "${name}"; ${near === undefined ? `there is ${known.join(', ')}` : `did you mean "${near}"?`}`;
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isObject(value) && !Array.isArray(value);
  return type === 'integer' ? Number.isInteger(value) : typeof value === type;
}

function withArticle(type: string): string {
  return /^[aio]/.test(type) ? `an ${type}` : type === 'string' ? 'text' : `a ${type}`;
}

function nameOf(pointer: string): string {
  return pointer === '' ? 'the config' : `"${pointer.slice(1).replaceAll('/', '.').replaceAll('~1', '/')}"`;
}
