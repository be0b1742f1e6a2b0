// What a schema says of a value, in a few words with links.
import { propertiesOf, refName, resolve } from './document.mjs';
import { cell, fence, table } from './markdown.mjs';

/** `string`, `list of [Payment](…)`, `[PaymentStatus](…) or null`. */
export function typeText(schema, page) {
  const { document, words } = page;
  const name = refName(schema);
  if (name !== undefined) return linked(name, resolve(document, schema), page);
  if (!schema || typeof schema !== 'object') return '';
  const alternatives = schema.oneOf ?? schema.anyOf;
  if (alternatives && !schema.properties)
    return [...new Set(alternatives.map((each) => typeText(each, page)))].filter(Boolean).join(' \\| ');
  if (schema.allOf?.length === 1) return typeText(schema.allOf[0], page);
  const types = [schema.type ?? []].flat();
  const own = types.filter((type) => type !== 'null');
  const shown = schema['x-enum-name']
    ? `[${schema['x-enum-name']}](${page.up}reference/codes/#${schema['x-enum-name'].toLowerCase()})`
    : own.includes('array')
      ? `${words.list} ${typeText(schema.items, page) || 'object'}`
      : schema.const !== undefined
        ? `\`${JSON.stringify(schema.const)}\``
        : schema.enum && schema.enum.length <= 4
          ? schema.enum.map((value) => `\`${JSON.stringify(value)}\``).join(', ')
          : own.join(', ') + (schema.format ? ` (${schema.format})` : '');
  return types.includes('null') ? `${shown} ${words.nullable}` : shown;
}

function linked(name, schema, page) {
  if (schema?.['x-enum-name'] || schema?.enum) return typeText(schema, page);
  return `[${name}](${page.up}reference/schemas/${name.toLowerCase()}/)`;
}

/** The properties of an object as a table, else the schema itself. */
export function objectTable(schema, page) {
  const { document, words } = page;
  const properties = propertiesOf(document, schema);
  const whole = resolve(document, schema) ?? {};
  const rows = properties.map(([name, part, isRequired]) => [
    `\`${name}\`${isRequired ? ` *${words.required}*` : ''}`,
    typeText(part, page),
    cell(part.description ?? resolve(document, part)?.description),
  ]);
  const choice = (whole.oneOf ?? whole.anyOf ?? []).map((each) => refName(each)).filter(Boolean);
  const list = choice.map((name) => `- [${name}](${page.up}reference/schemas/${name.toLowerCase()}/)`).join('\n');
  if (rows.length > 0) return [table([words.name, words.type, words.text], rows), list && `${words.oneOf}:`, list];
  if (list) return [`${words.oneOf}:`, list];
  return fence('json', JSON.stringify(whole, null, 2));
}
