// The Markdown copies of the pages of operations and webhooks, their samples, and the page with the list of all.
// starlight-openapi draws the pages themselves, from what openapi.mjs makes of the same document.
import { examplesOf, jsonBody, operationsOf, propertiesOf, refName, resolve } from './document.mjs';
import { blocks, fence, firstSentence, prose, table } from './markdown.mjs';
import { objectTable, typeText } from './types.mjs';
import { TAGS } from './words.mjs';

/** Path of the page of an operation, without the language: the addresses of starlight-openapi. */
export function operationPath({ id, isWebhook }) {
  return `reference/${isWebhook ? 'webhooks' : 'operations'}/${id.toLowerCase()}`;
}

/** Pages of every operation, and one with the list of all. */
export function operationPages(context) {
  const { document, words, language } = context;
  const operations = operationsOf(document);
  const tags = Object.keys(TAGS).filter((tag) => operations.some((each) => each.tag === tag));
  const list = {
    path: 'reference/operations',
    title: words.operations,
    description: document.info.summary,
    body: blocks(
      prose(document.info.description),
      tags.map((tag) => [
        `## ${TAGS[tag][language]}`,
        prose(document.tags.find(({ name }) => name === tag)?.description),
        table(
          [words.operation, '', words.title],
          operations
            .filter((each) => each.tag === tag)
            .map((each) => [
              `[\`${each.id}\`](../../${operationPath(each)}/)`,
              `\`${each.method} ${each.path}\``,
              each.operation.summary,
            ]),
        ),
      ]),
    ),
  };
  const drawn = [
    overviewPage(context),
    ...operations.map((each) => operationPage(each, { ...context, up: '../../../' })),
  ];
  return [list, ...drawn.map((page) => ({ ...page, isDrawnElsewhere: true }))];
}

function overviewPage({ document, words }) {
  return {
    path: 'reference',
    title: words.overview,
    description: document.info.summary,
    body: blocks(
      prose(document.info.description),
      `[${words.operations}](./operations/)`,
      Object.entries(document.components.securitySchemes).map(([name, { in: where, name: key, description }]) => [
        `## ${name}`,
        prose(description),
        `\`${key}\` (${where})`,
      ]),
    ),
  };
}

function operationPage(each, page) {
  const { id, method, path, operation, isWebhook } = each;
  const { words, document } = page;
  const parameters = (operation.parameters ?? []).map((each) => resolve(document, each));
  const body = operation.requestBody && jsonBody(operation.requestBody)[1].schema;
  return {
    path: operationPath(each),
    title: operation.summary,
    description: firstSentence(operation.description ?? operation.summary),
    body: blocks(
      isWebhook ? `\`${method}\` · \`${path}\`` : `\`${method} ${path}\` · \`${id}\``,
      prose(operation.description),
      !isWebhook && [`## ${words.sample}`, samplesOf(each, page).map(({ lang, source }) => fence(lang, source))],
      parameters.length > 0 && [
        `## ${words.parameters}`,
        table(
          [words.name, words.where, words.type, words.text],
          parameters.map((each) => [
            `\`${each.name}\`${each.required ? ` *${words.required}*` : ''}`,
            each.in,
            typeText(each.schema, page),
            each.description,
          ]),
        ),
      ],
      body && [
        `## ${isWebhook ? words.webhookBody : words.body}`,
        schemaLink(body, page),
        objectTable(body, page),
        example(operation.requestBody),
      ],
      [`## ${isWebhook ? words.webhookAnswer : words.responses}`],
      Object.entries(operation.responses).map(([status, response]) => responseBlock(status, response, page)),
    ),
  };
}

function schemaLink(schema, page) {
  const name = refName(schema);
  return name && `[${name}](${page.up}reference/schemas/${name.toLowerCase()}/)`;
}

function responseBlock(status, reference, page) {
  const { document, words } = page;
  const response = resolve(document, reference);
  const schema = response.content && jsonBody(response)[1].schema;
  const content = status.startsWith('2') && schema ? unwrapped(document, schema) : undefined;
  return [
    `### ${status}`,
    prose(response.description),
    schema && schemaLink(schema, page),
    content && [
      `${words.answer}: ${typeText(content, page)}`,
      propertiesOf(document, content).length > 0 && !refName(content) && objectTable(content, page),
    ],
    response.content && example(response),
  ];
}

/** The schema of `response` inside the envelope of a success. */
function unwrapped(document, schema) {
  const whole = resolve(document, schema);
  const success = [whole, ...(whole.oneOf ?? whole.anyOf ?? [])].map((each) => propertiesOf(document, each));
  return success
    .map((list) => list.find(([name]) => name === 'response')?.[1])
    .find((part) => part && part.type !== 'null');
}

function example(holder) {
  const [first] = examplesOf(holder);
  return first === undefined ? '' : fence('json', JSON.stringify(first[1], null, 2));
}

/** The call with our client, and with curl, as `x-codeSamples` has them. */
export function samplesOf({ id, method, path, operation }, page) {
  const parameters = (operation.parameters ?? []).map((each) => resolve(page.document, each));
  const input = inputOf({ operation, parameters }, page);
  const call = operation['x-resource-method'] ?? '';
  const literal = Object.keys(input).length === 0 ? '' : toLiteral(input, page.writes(id));
  const code = `import { createIamport } from 'iamport-kit';

const iamport = createIamport({ impKey: process.env.IMP_KEY, impSecret: process.env.IMP_SECRET });
const result = await iamport.${call}(${literal});`;
  return [
    { lang: 'ts', label: 'iamport-kit', source: code },
    { lang: 'sh', label: 'curl', source: curl({ id, method, path, operation, parameters }, input) },
  ];
}

function inputOf({ operation, parameters }, { document }) {
  const body = operation.requestBody && examplesOf(operation.requestBody)[0]?.[1];
  const needed = parameters.filter(({ required, in: where }) => required && where !== 'header');
  const given = needed.map((each) => [each.name.replace(/\[\]$/, ''), exampleOf(each, document)]);
  return { ...Object.fromEntries(given), ...body };
}

const KNOWN = {
  imp_uid: 'imp_448280090638',
  merchant_uid: 'order-1',
  customer_uid: 'card-1',
  payment_status: 'paid',
  member_id: 'member-1',
};

function exampleOf({ name, schema, example }, document) {
  const whole = resolve(document, schema) ?? {};
  const bare = name.replace(/\[\]$/, '');
  if (example !== undefined) return example;
  if (KNOWN[bare] !== undefined) return whole.type === 'array' ? [KNOWN[bare]] : KNOWN[bare];
  const value = whole.example ?? whole.examples?.[0] ?? whole.default ?? whole.enum?.[0];
  if (value !== undefined) return value;
  return whole.type === 'integer' || whole.type === 'number' ? 1709262000 : '1';
}

/** A TypeScript literal; a cancellation says what may be cancelled. */
function toLiteral(input, more) {
  const text = JSON.stringify({ ...input, ...more }, null, 2).replaceAll(/"([a-zA-Z_]\w*)":/g, '$1:');
  return text.replaceAll(
    /"((?:[^"\\]|\\.)*)"/g,
    (_all, inner) => `'${inner.replaceAll("'", "\\'").replaceAll('\\"', '"')}'`,
  );
}

function curl({ method, path, operation, parameters, id }, input) {
  const rest = { ...input };
  const address = path.replaceAll(/\{(\w+)\}/g, (_all, name) => {
    const value = rest[name];
    delete rest[name];
    return encodeURIComponent(value ?? '');
  });
  const query = parameters
    .filter(({ in: where, required }) => where === 'query' && required)
    .flatMap(({ name }) => {
      const bare = name.replace(/\[\]$/, '');
      const value = rest[bare];
      delete rest[bare];
      return [value]
        .flat()
        .map((each) => `${encodeURIComponent(name).replaceAll('%5B%5D', '[]')}=${encodeURIComponent(each)}`);
    });
  const url = `https://api.iamport.kr${address}${query.length > 0 ? `?${query.join('&')}` : ''}`;
  const lines = [
    `curl ${method === 'GET' ? '' : `-X ${method} `}${query.length > 0 ? '-g ' : ''}'${url}'`,
    ...(id === 'getToken' ? [] : [`-H "Authorization: $TOKEN"`]),
    ...(operation.requestBody
      ? [`-H 'Content-Type: application/json'`, `-d '${JSON.stringify(rest).replaceAll("'", "'\\''")}'`]
      : []),
  ];
  return lines.join(' \\\n  ');
}
