import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import type { Body, OpenApi, Operation } from '../../scripts/openapi/document.js';
import { mainContent } from '../../scripts/openapi/walk-operations.js';
import { Comparison, type OfficialOperation, type OfficialSchemas } from './official-shape.js';

// What the provider has published over the years, as data. Whatever it lists must be in our document, except:
const PAGED = 'published as an array, but its own text and every client that reads it say a page';
const GET_BODY = 'published as a form field of a GET; it is a query parameter';
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'GET /naver/reviews application/json missing': GET_BODY,
  'GET /naver/reviews application/x-www-form-urlencoded missing': GET_BODY,
  'GET /naver/reviews body/channel_key: missing': GET_BODY,
  'GET /subscribe/customers/{customer_uid}/schedules 200/response: no array': PAGED,
  'GET /subscribe/payments/schedule 200/response: no array': PAGED,
  'GET /subscribe/payments/schedule/customers/{customer_uid} 200/response: no array': PAGED,
  'POST /payments/cancel body/extra: no array': 'published as an array without items; it is { requester }',
  'POST /subscribe/payments/schedule body/schedules[]/card_quota: number became integer': 'nobody pays in 2.5 months',
};

// Schemas published without an operation that uses them.
const UNUSED = [
  ...['Discount', 'CurrentPromotionDetailAnnotation', 'PromotionInfoDetailAnnotation', 'CurrentPromotionsAnnotation'],
  ...['PromotionInfosAnnotation', 'KcpQuickControllerAnnotation', 'UserControllerAnnotation'],
];

// Published as an object with two properties named like these schemas: the answer is one of the two.
const BILLING_KEY_ANSWERS = ['CustomerResponse', 'SuperBillingKeyResponse'];

const operations = read('test/reference/operations.json') as readonly OfficialOperation[];
const schemas = read('test/reference/schemas.json') as OfficialSchemas;
const document = read('generated/openapi.json') as OpenApi;
const comparison = new Comparison(schemas, document);

function read(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function ours({ method, path }: OfficialOperation): Operation | undefined {
  return document.paths?.[path]?.[method.toLowerCase()] as Operation | undefined;
}

function resolved(body: Body | undefined): Body | undefined {
  const name = body?.$ref?.replace(/^.*\//, '');
  const shared = document.components?.responses as Readonly<Record<string, Body>> | undefined;
  return name === undefined ? body : shared?.[name];
}

function parameterDifferences(official: OfficialOperation, operation: Operation): string[] {
  const known = (operation.parameters ?? []).map((parameter) => comparison.parameter(parameter));
  return official.parameters.flatMap((field) => {
    const parameter = known.find(({ name, in: place }) => name === field.name && place === field.in);
    return comparison.differences(field, parameter?.schema, field.name);
  });
}

function bodyDifferences(official: OfficialOperation, operation: Operation): string[] {
  const schema = mainContent(operation.requestBody)?.schema ?? {};
  const name = schema.$ref?.replace(/^.*\//, '') ?? '';
  const properties = document.components?.schemas?.[name]?.properties ?? {};
  return official.body.flatMap((field) => comparison.differences(field, properties[field.name], `body/${field.name}`));
}

/** Name → whether it is required. */
function bodyProperties(official: OfficialOperation): Readonly<Record<string, boolean>> {
  const name = mainContent(ours(official)?.requestBody)?.schema?.$ref?.replace(/^.*\//, '') ?? '';
  const schema = document.components?.schemas?.[name];
  const names = Object.keys(schema?.properties ?? {});
  return Object.fromEntries(names.map((property) => [property, schema?.required?.includes(property) === true]));
}

function mediaTypeDifferences(official: OfficialOperation, operation: Operation): string[] {
  const taken = Object.keys(operation.requestBody?.content ?? {});
  const missing = official.body.length === 0 ? [] : official.bodyTypes.filter((type) => !taken.includes(type));
  return missing.map((type) => `${type} missing`);
}

function responseDifferences(official: OfficialOperation, operation: Operation): string[] {
  return Object.entries(official.responses).flatMap(([status, type]) => {
    const body = resolved(operation.responses?.[status]);
    if (body === undefined) return [`${status}: missing`];
    const isBillingKey = type === 'object' && official.path === '/subscribe/customers/{customer_uid}';
    const types = isBillingKey ? BILLING_KEY_ANSWERS : type === null ? [] : [type];
    return types.flatMap((each) => comparison.differences({ type: each }, mainContent(body)?.schema, status));
  });
}

function allDifferences(official: OfficialOperation): string[] {
  const operation = ours(official);
  if (operation === undefined) return ['missing'];
  return [
    ...parameterDifferences(official, operation),
    ...bodyDifferences(official, operation),
    ...mediaTypeDifferences(official, operation),
    ...responseDifferences(official, operation),
  ].map((difference) => `${official.method} ${official.path} ${difference}`);
}

describe('everything the provider has published is in the document', () => {
  const found = new Map(operations.map((official) => [official, allDifferences(official)]));

  it('82 operations', () => {
    expect(operations).toHaveLength(82);
    expect(operations.filter((official) => ours(official) === undefined)).toEqual([]);
  });

  it.each([...found].map(([official, differences]) => ({ ...official, differences })))(
    '$method $path',
    ({ differences }) => {
      expect(differences.filter((difference) => !Object.hasOwn(EXCEPTIONS, difference))).toEqual([]);
    },
  );

  it('with no exception that is not one', () => {
    expect(Object.keys(EXCEPTIONS).sort()).toEqual([...found.values()].flat().sort());
  });

  it('under the IDs the provider uses', () => {
    for (const official of operations)
      expect(ours(official)?.['x-official-operation-id']).toBe(official.officialOperationId);
  });

  it('but for schemas that no operation uses', () => {
    expect(Object.keys(schemas).filter((name) => !comparison.visited.has(name))).toEqual(UNUSED);
  });
});

it('request fields are those the provider has published, required where it says so', () => {
  const differences = operations.flatMap((official) => {
    const properties = bodyProperties(official);
    const published = new Map(official.body.map((field) => [field.name, field.required === true]));
    const fields = Object.entries(properties).filter(([name, isRequired]) => published.get(name) !== isRequired);
    return fields.map(([name]) => `${ours(official)?.operationId ?? ''} ${name}`);
  });
  const replaced = [
    'getBenepiaPoints',
    'payWithBenepiaPoints',
    'issueCvsBarcode',
    'createVbank',
    'issueExternalReceipt',
  ];
  // Since 2024 `channel_key` stands where `pg` stood. The provider promises that inputs keep working: either will do.
  const either = [...replaced, 'requestOtp', 'issueBillingKey'].map((id) => `${id} channel_key`);
  expect(differences.sort()).toEqual([...either, ...replaced.map((id) => `${id} pg`)].sort());
});

it('the document has nothing the provider has not, but the paths without the optional status', () => {
  const published = new Set(operations.map(({ method, path }) => `${method} ${path}`));
  const added = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(added.filter((operation) => !published.has(operation))).toEqual([
    'GET /payments/find/{merchant_uid}',
    'GET /payments/findAll/{merchant_uid}',
  ]);
});
