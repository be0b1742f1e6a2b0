/** An OpenAPI 3.1 document of so many operations, each with schemas of its own: the same on every machine. */
export function makeSpec(operations) {
  const numbers = Array.from({ length: operations }, (_, index) => index);
  return {
    openapi: '3.1.0',
    info: { title: `${operations} operations`, version: '1.0.0' },
    servers: [{ url: 'https://api.example.com' }],
    tags: numbers.filter(isFirstOfTag).map((index) => ({ name: tagOf(index) })),
    paths: Object.fromEntries(numbers.map((index) => [`/things-${index}/{id}`, { post: operation(index) }])),
    components: {
      schemas: Object.assign(
        { Failure: failure() },
        ...numbers.map((index) => ({ [`Thing${index}`]: thing(index), [`Page${index}`]: page(index) })),
      ),
    },
  };
}

const isFirstOfTag = (index) => index % 10 === 0;
const tagOf = (index) => `group-${Math.floor(index / 10)}`;
const schema = (name) => ({ 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } });

function operation(index) {
  return {
    operationId: `changeThing${index}`,
    tags: [tagOf(index)],
    summary: `Changes thing ${index}`,
    description: `Changes thing ${index} and gives it back, with others of its page.`,
    parameters: [
      { name: 'id', in: 'path', required: true, schema: { type: 'string', maxLength: 40 } },
      { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 100 } },
    ],
    requestBody: {
      required: true,
      content: {
        'application/json': {
          schema: {
            type: 'object',
            required: ['name'],
            properties: { name: { type: 'string' }, kind: { enum: ['new', 'used', `kind-${index}`] } },
          },
        },
      },
    },
    responses: {
      200: { description: 'Done.', content: schema(`Page${index}`) },
      400: { description: 'Refused.', content: schema('Failure') },
    },
  };
}

/** Twenty fields of the usual kinds, as a payment has. */
function thing(index) {
  const kinds = [
    { type: 'string', maxLength: 40, description: 'A text.' },
    { type: ['string', 'null'], description: 'A text, or nothing.' },
    { type: 'integer', minimum: 0, description: 'A count.' },
    { type: 'number', description: 'An amount.' },
    { type: 'boolean', description: 'A switch.' },
  ];
  const fields = Array.from({ length: 20 }, (_, field) => [`field_${field}`, kinds[field % kinds.length]]);
  return {
    type: 'object',
    description: `Thing ${index}.`,
    required: ['field_0', 'field_2', 'status'],
    properties: {
      ...Object.fromEntries(fields),
      status: { type: 'string', enum: ['ready', 'done', `state_${index}`], description: 'Where it stands.' },
      next: { $ref: `#/components/schemas/Thing${Math.floor(index / 2)}` },
    },
  };
}

function page(index) {
  return {
    type: 'object',
    required: ['items'],
    properties: {
      items: { type: 'array', items: { $ref: `#/components/schemas/Thing${index}` } },
      total: { type: 'integer' },
    },
  };
}

function failure() {
  return { type: 'object', required: ['message'], properties: { message: { type: 'string' } } };
}
