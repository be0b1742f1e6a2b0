/**
 * An OpenAPI 3.0 document in the shape of PortOne V2's: every operation has a union of the errors it may give, told apart by `type`; what
 * has a state is a union told apart by `status`; members are objects whose discriminator is any text, and are shared between unions. The
 * same on every machine.
 *
 * @param operations How many there are; PortOne V2 has 147.
 */
export function makeUnionDocument(operations) {
  const numbers = Array.from({ length: operations }, (_, index) => index);
  const unions = [...numbers.map(errorUnion), ...numbers.filter((index) => index % 5 === 0).flatMap(stateUnions)];
  const schemas = Object.assign({}, ...unions.map(({ schemas }) => schemas), ...numbers.map(requestSchemas));
  const document = {
    openapi: '3.0.3',
    info: { title: `${operations} operations with unions`, version: '1.0.0' },
    servers: [{ url: 'https://api.example.com' }],
    security: [{ bearerJwt: [] }],
    paths: Object.fromEntries(numbers.map((index) => [`/things-${index}/{id}`, { post: operation(index) }])),
    components: { schemas, securitySchemes: { bearerJwt: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
  };
  return { document, unions: unions.map(({ name, property, members }) => ({ name, property, members })) };
}

const ref = (name) => ({ $ref: `#/components/schemas/${name}` });
const json = (name) => ({ content: { 'application/json': { schema: ref(name) } } });
const TEXT = { type: 'string' };

function operation(index) {
  return {
    operationId: `changeThing${index}`,
    tags: [`group-${Math.floor(index / 10)}`],
    summary: `Changes thing ${index}`,
    description: `Changes thing ${index} and gives it back.\n\n주어진 아이디에 대응되는 대상을 변경합니다.`,
    parameters: [{ name: 'id', in: 'path', required: true, schema: TEXT }],
    requestBody: { required: true, ...json(`ChangeThing${index}Body`) },
    responses: {
      200: { description: 'Done.', ...json(index % 5 === 0 ? `Thing${index}` : `ChangeThing${index}Response`) },
      400: { description: 'Refused.', ...json(`ChangeThing${index}Error`) },
    },
  };
}

/** Errors that many operations have, and one of its own. */
const ERRORS = [
  'Forbidden',
  'InvalidRequest',
  'Unauthorized',
  'NotFound',
  'AlreadyPaid',
  'PgProvider',
  'SumOfParts',
  'MaxWebhooks',
];

function errorUnion(index) {
  const names = [...ERRORS.slice(0, 3 + (index % 6)), `Thing${index}Locked`];
  const members = names.map((name) => ({
    value: name.replace(/(?<!^)[A-Z]/g, (letter) => `_${letter}`).toUpperCase(),
    schema: `${name}Error`,
    minimal: name === 'PgProvider' ? { pgCode: 'X', pgMessage: '' } : {},
  }));
  const errors = members.map(({ schema, minimal }) => [schema, member('type', minimal, ['message'])]);
  return union(`ChangeThing${index}Error`, 'type', members, Object.fromEntries(errors));
}

const STATES = ['READY', 'PENDING', 'PAID', 'FAILED', 'CANCELLED', 'PARTIAL_CANCELLED'];

/** A thing by its state, and how it was paid: what is paid has a union inside, which is reached through two references. */
function stateUnions(index) {
  const isImplicit = index % 10 !== 0;
  const method = { type: isImplicit ? `CardMethod${index}` : 'CARD', number: '1' };
  const states = STATES.map((value) => ({
    value,
    schema: `${pascal(value)}Thing${index}`,
    minimal: { id: 'a', amount: { total: 1 }, ...(value === 'PAID' && { paidAt: 'now', method }) },
  }));
  const schemas = states.map(({ value, schema, minimal }) => {
    const object = member('status', minimal, ['version', 'orderName', 'memo', 'requestedAt']);
    const properties = { ...object.properties, ...(value === 'PAID' && { method: ref(`Method${index}`) }) };
    return [schema, { ...object, properties: { ...properties, amount: ref(`Amount${index}`) } }];
  });
  const amount = {
    type: 'object',
    required: ['total'],
    properties: { total: { type: 'integer' }, taxFree: { type: 'integer' } },
  };
  return [
    union(`Thing${index}`, 'status', states, { ...Object.fromEntries(schemas), [`Amount${index}`]: amount }),
    methodUnion(index, isImplicit),
  ];
}

/** With a mapping, or with the names of the schemas as values, and what all have in common in a base. */
function methodUnion(index, isImplicit) {
  const members = ['Card', 'Transfer', 'VirtualAccount'].map((name) => ({
    value: isImplicit ? `${name}Method${index}` : name.replace(/(?<!^)[A-Z]/g, (letter) => `_${letter}`).toUpperCase(),
    schema: `${name}Method${index}`,
    minimal: { number: '1' },
  }));
  const base = { [`BaseMethod${index}`]: { type: 'object', required: ['number'], properties: { number: TEXT } } };
  const heirs = members.map(({ schema }) => [
    schema,
    { allOf: [ref(`BaseMethod${index}`), member('type', {}, ['issuer'])] },
  ]);
  return union(`Method${index}`, 'type', members, { ...base, ...Object.fromEntries(heirs) }, isImplicit);
}

function union(name, property, members, schemas, isImplicit = false) {
  const mapping = Object.fromEntries(members.map(({ value, schema }) => [value, ref(schema).$ref]));
  const discriminator = { propertyName: property, ...(!isImplicit && { mapping }) };
  const whole = {
    title: name,
    description: `한 가지 ${name}`,
    oneOf: members.map(({ schema }) => ref(schema)),
    discriminator,
  };
  const minimal = members.map(({ value, minimal: others }) => ({ ...others, [property]: value }));
  return { name, property, members: minimal, schemas: { ...schemas, [name]: whole } };
}

/** An object of texts, some of them required. */
function member(property, required, optional) {
  const names = [property, ...Object.keys(required), ...optional];
  return {
    type: 'object',
    required: [property, ...Object.keys(required)],
    properties: Object.fromEntries(names.map((name) => [name, { ...TEXT, description: `The ${name} of it. 설명` }])),
  };
}

function requestSchemas(index) {
  const fields = Array.from({ length: 12 }, (_, field) => [
    `field${field}`,
    field % 3 === 0 ? { type: 'integer' } : TEXT,
  ]);
  const object = { type: 'object', required: ['field0'], properties: Object.fromEntries(fields) };
  return { [`ChangeThing${index}Body`]: object, [`ChangeThing${index}Response`]: object };
}

function pascal(value) {
  return value.toLowerCase().replace(/(?:^|_)([a-z])/g, (_, letter) => letter.toUpperCase());
}
