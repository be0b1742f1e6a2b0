// The document as starlight-openapi shows it: our samples, names of schemas with links to their pages, no deep nesting.
import { examplesOf, jsonBody, operationsOf, propertiesOf, refName, resolve } from './document.mjs';
import { samplesOf } from './operations.mjs';

/** Objects inside objects that a page of an operation shows; deeper ones are a link to their own page. */
const DEPTH = 3;

/** The document of a language for the pages of operations. */
export function shownDocument(context) {
  const { document, language } = context;
  const page = { ...context, base: language === 'ko' ? '/reference' : `/${language}/reference` };
  const sections = { paths: {}, webhooks: {} };
  for (const each of operationsOf(document)) {
    const section = sections[each.isWebhook ? 'webhooks' : 'paths'];
    section[each.path] = { ...section[each.path], [each.method.toLowerCase()]: shownOperation(each, page) };
  }
  const { title, version, summary, description } = document.info;
  return {
    openapi: document.openapi,
    info: { title, version, summary, description },
    servers: document.servers,
    security: document.security,
    ...sections,
    components: { securitySchemes: document.components.securitySchemes },
  };
}

function shownOperation(each, page) {
  const { operationId, summary, description, security, requestBody, responses } = each.operation;
  const parameters = (each.operation.parameters ?? []).map((reference) => {
    const parameter = resolve(page.document, reference);
    return { ...parameter, schema: shownSchema(parameter.schema, page) };
  });
  return {
    operationId,
    summary,
    description: [`\`${operationId}\``, description].filter(Boolean).join('\n\n'),
    ...(security && { security }),
    parameters,
    ...(requestBody && { requestBody: { required: requestBody.required, content: shownContent(requestBody, page) } }),
    responses: Object.fromEntries(
      Object.entries(responses).map(([status, reference]) => {
        const response = resolve(page.document, reference);
        const content = response.content && { content: shownContent(response, page) };
        return [status, { description: response.description, ...content }];
      }),
    ),
    ...(!each.isWebhook && { 'x-codeSamples': samplesOf(each, page) }),
  };
}

/** Only the first media type: a form has the same properties as the JSON. */
function shownContent(holder, page) {
  const [name, { schema }] = jsonBody(holder);
  const examples = examplesOf(holder);
  return {
    [name]: {
      schema: shownSchema(schema, page),
      ...(examples.length > 0 && {
        examples: Object.fromEntries(examples.map(([key, value]) => [key, { value }])),
      }),
    },
  };
}

/** A schema without references. One that has a page of its own has its name and a link. */
function shownSchema(schema, page, depth = 0) {
  if (!schema || typeof schema !== 'object') return schema;
  const whole = resolve(page.document, schema);
  const shown = Object.fromEntries(Object.entries(whole).filter(([key]) => SHOWN.has(key)));
  const text = [whole.description, linkOf(refName(schema), whole, page)].filter(Boolean).join(' ');
  if (text) shown.description = text;
  const properties = propertiesOf(page.document, whole);
  if (properties.length > 0 && depth >= DEPTH) return { type: [whole.type ?? 'object'].flat(), description: text };
  if (properties.length > 0) Object.assign(shown, objectOf(properties, page, depth));
  if (typeof whole.additionalProperties === 'object' && depth < DEPTH)
    shown.additionalProperties = shownSchema(whole.additionalProperties, page, depth + 1);
  if (whole.items) shown.items = shownSchema(whole.items, page, depth);
  for (const key of ['oneOf', 'anyOf']) {
    const choices = (whole[key] ?? []).filter((each) => Object.keys(each).some((name) => name !== 'required'));
    if (choices.length > 0) shown[key] = choices.map((each) => titled(each, page, depth));
  }
  if (properties.length === 0 && whole.allOf?.length === 1)
    return { ...shownSchema(whole.allOf[0], page, depth), ...shown };
  return shown;
}

/** What starlight-openapi reads and neither we nor it has to rewrite. */
const SHOWN = new Set(
  'type format enum const default minimum maximum exclusiveMinimum exclusiveMaximum minLength maxLength pattern minItems maxItems uniqueItems multipleOf deprecated'.split(
    ' ',
  ),
);

function objectOf(properties, page, depth) {
  return {
    type: 'object',
    properties: Object.fromEntries(properties.map(([name, part]) => [name, shownSchema(part, page, depth + 1)])),
    required: properties.filter(([, , isRequired]) => isRequired).map(([name]) => name),
  };
}

/** Alternatives are tabs, whose names are those of the schemas. */
function titled(schema, page, depth) {
  const name = refName(schema);
  return { ...shownSchema(schema, page, depth), ...(name && { title: name }) };
}

function linkOf(name, whole, { base }) {
  const table = whole['x-enum-name'];
  if (table) return `[${table}](${base}/codes/#${table.toLowerCase()})`;
  return name && !whole.enum && `[${name}](${base}/schemas/${name.toLowerCase()}/)`;
}
