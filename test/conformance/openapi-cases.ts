// The cases of the official test suite of OpenAPI (tests/schema and tests/v3.0 in OAI/OpenAPI-Specification), written anew:
// one document each, with the part that its case is about.

/** One case: its name in the official suite, and what stands below `info` in the document. */
export type OfficialCase = readonly [name: string, document: string];

const header = (rest: string): string => `components: { headers: { X-Style: { schema: {}, ${rest} } } }`;
const parameter = (rest: string): string => `components: { parameters: { One: { name: one, ${rest} } } }`;
const response = (content: string): string => `{ description: D, content: { ${content} } }`;
const callback =
  "{ '{$request.query.url}': { post: { requestBody: { content: { application/json: { schema: { type: object } } } }, responses: { '200': { description: D } } } }, 'http://hooks.test?id={$request.body#/id}': { post: { responses: { '202': { description: D } } } } }";
const oauth = (flow: string): string =>
  `${flow}: { tokenUrl: https://a.test/token, refreshUrl: https://a.test/r, scopes: { read: R } }`;

/** Documents of OpenAPI 3.1 that are valid. */
export const VALID_3_1: readonly OfficialCase[] = [
  ['minimal_paths', 'paths: {}'],
  ['minimal_hooks', 'webhooks: {}'],
  ['minimal_comp', 'components: {}'],
  ['comp_pathitems', 'components: { pathItems: {} }'],
  ['path_no_response', 'paths: { /: { get: {} } }'],
  ['path_var_empty_pathitem', "paths: { '/{var}': {} }"],
  ['specification-extensions', 'paths: {}\nx-extra: { any: value }'],
  ['tag-object-example', 'paths: {}\ntags: [{ name: pet, externalDocs: { url: https://docs.test, description: D } }]'],
  ['info_summary', 'components: {}'],
  ['license_identifier', 'components: {}'],
  ['info-object-example', 'components: {}\nexternalDocs: { url: https://docs.test }'],
  [
    'json_schema_dialect',
    'jsonSchemaDialect: https://dialect.test\npaths: {}\ncomponents: { schemas: { A: { $id: own, $schema: https://dialect.test } } }',
  ],
  ['valid_schema_types', 'components: { schemas: { Any: true, None: false, Open: {}, Closed: { not: {} } } }'],
  [
    'schema',
    `components: { schemas: { Model: { type: object, properties: { a: { type: [integer, string] }, b: { type: 'null' }, c: { type: [string, 'null'] },
      d: { type: array }, e: { type: string, examples: [one] }, f: { exclusiveMinimum: 10 }, g: { maximum: 20 } } } } }`,
  ],
  [
    'schema-object-deprecated-example-keyword',
    'paths: { /user: { parameters: [{ in: query, name: one, schema: { type: object, example: { numbers: [1, 2], flag: null } } }] } }',
  ],
  [
    'mega',
    `paths: { /: { get: { parameters: [] } }, '/{test}': {} }
webhooks: { mine: { $ref: '#/components/pathItems/Mine', description: Another description } }
components:
  securitySchemes: { mtls: { type: mutualTLS } }
  schemas: { Foo: { type: object, properties: { type: { const: foo } } } }
  pathItems: { Mine: { post: { requestBody: { required: true, content: { application/json: { schema: { externalDocs: { url: https://docs.test },
    type: object, properties: { type: { type: string }, n: { exclusiveMaximum: 100, exclusiveMinimum: 0, type: integer }, none: { type: 'null' },
    list: { type: array, $comment: Without items }, either: { type: [string, 'null'] } },
    discriminator: { propertyName: type, mapping: { foo: Foo }, x-extension: true }, anyOf: [{ $ref: '#/components/schemas/Foo' }], anyKeyword: true } } } } } } }`,
  ],
  [
    'servers',
    `paths: {}\nservers: [{ url: /v1 }, { url: 'https://{user}.host.test:{port}/{base}', variables: { user: { default: demo }, port: { enum: ['8443', '443'], default: '8443' }, base: { default: v2 } } }]`,
  ],
  [
    'webhook-example',
    "webhooks: { newPet: { post: { requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }, responses: { '200': { description: D } } } } }\ncomponents: { schemas: { Pet: { required: [id], properties: { id: { type: integer, format: int64 } } } } }",
  ],
  ['callback-object-examples', `components: { callbacks: { Mine: ${callback} } }`],
  [
    'components-object-example',
    `components: { schemas: { E: { type: object, properties: { code: { type: integer, format: int32 } } } }, parameters: { Skip: { name: skip, in: query, required: true, schema: { type: integer } } },
      responses: { NotFound: { description: D }, Failed: ${response("application/json: { schema: { $ref: '#/components/schemas/E' } }")} }, securitySchemes: { key: { type: apiKey, name: api-key, in: header } } }`,
  ],
  [
    'example-object-examples',
    `components: { examples: { Empty: {} }, schemas: { A: {} }, requestBodies: { B: { content: { application/json: { schema: { $ref: '#/components/schemas/A' }, examples: { foo: { summary: S, value: { a: 1 } } } },
      application/xml: { examples: { x: { externalValue: 'https://examples.test/a.xml' } } } } } },
      parameters: { Zip: { name: zip, in: query, schema: { type: string, format: zip-code }, examples: { one: { $ref: '#/components/examples/Empty' } } } },
      responses: { '200': ${response("application/x-www-form-urlencoded: { schema: { type: object, properties: { a: { type: string } } }, encoding: { a: { contentType: application/json } }, examples: { one: { value: 'a=%22b%22' } } }")} } }`,
  ],
  [
    'header-object-examples',
    `components: { headers: { Limit: { description: D, deprecated: false, schema: { type: integer } }, ETag: { required: true, content: { text/plain: { schema: { type: string, pattern: '^"' } } } },
      Same: { $ref: '#/components/headers/ETag' }, Style: { schema: { type: array }, style: simple, explode: true } } }`,
  ],
  [
    'link-object-examples',
    `paths:
  /users/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    get: { responses: { '200': { description: D, links: { address: { operationId: getAddress, parameters: { userid: $request.path.id } },
      repositories: { operationRef: 'https://other.test/#/paths/~1r/get', parameters: { name: $response.body#/name } }, body: { operationId: getAddress, requestBody: { a: $request.path.id } } } } } }
  /users/{userid}/address:
    parameters: [{ name: userid, in: path, required: true, schema: { type: string } }]
    get: { operationId: getAddress, responses: { '200': { description: D } } }`,
  ],
  [
    'media-type-examples',
    `components: { examples: { Frog: {} } }
paths: { /thing: { put: { requestBody: { content: { application/json: { schema: { type: object }, examples: { cat: { summary: S, value: { name: A } }, frog: { $ref: '#/components/examples/Frog' } } },
  application/xml: { schema: { type: object, properties: { foo: { type: string, xml: { namespace: https://n.test, prefix: p, name: Foo } }, bar: { type: array, items: { type: number }, xml: { wrapped: true } }, id: { type: string, xml: { attribute: true } } } } },
  multipart/form-data: { schema: { type: object, properties: { id: { type: string }, image: { type: string, contentEncoding: base64 } } }, encoding: { id: { contentType: text/plain }, image: { contentType: 'image/png, image/jpeg', headers: { X-Limit: { schema: { type: integer } } } } } },
  application/x-www-form-urlencoded: { schema: { type: object, properties: { a: { type: object } } }, encoding: { a: { style: deepObject, explode: true } } } } } } } }`,
  ],
  [
    'operation-object-example',
    `paths: { '/pets/{id}': { put: { tags: [pet], summary: S, operationId: updatePet, parameters: [{ name: petId, in: path, required: true, schema: { type: string } }],
      requestBody: { content: { application/x-www-form-urlencoded: { schema: { type: object, properties: { name: { type: string } }, required: [name] } } } },
      responses: { '200': ${response('application/json: {}, application/xml: {}')} }, security: [{ petstore_auth: [write, read] }] } } }`,
  ],
  [
    'parameter-object-examples',
    `paths: { '/user/{username}': { parameters: [{ name: token, in: header, required: true, explode: false, style: simple, schema: { type: array, items: { type: integer } } },
      { name: usernames, in: path, required: true, explode: false, schema: { type: array } }, { name: id, in: query, required: false, style: form, schema: { type: array, items: { type: string } } },
      { in: query, name: coordinates, content: { application/json: { schema: { type: object, required: [lat], properties: { lat: { type: number } } } } } }] } }`,
  ],
  ['parameter-object-query-allowReserved', parameter('in: query, allowReserved: true, schema: {}')],
  [
    'path-item-object-example',
    `paths: { '/pets/{id}': { get: { summary: S, operationId: getPets, responses: { '200': ${response("'*/*': { schema: { type: array, items: {} } }")}, default: ${response('text/html: { schema: {} }')} } },
      parameters: [{ name: id, in: path, required: true, style: simple, schema: { type: array, items: { type: string } } }] } }`,
  ],
  [
    'path_item_servers_parameters',
    `paths: { /things: { summary: S, servers: [{ url: https://a.test }], get: { parameters: [{ $ref: '#/components/parameters/B', summary: Own, description: Own }], responses: { default: { description: D } }, servers: [{ url: https://b.test }] },
      post: { deprecated: false, requestBody: { $ref: '#/components/requestBodies/R' }, responses: { '201': { $ref: '#/components/responses/R' } }, callbacks: { one: ${callback}, two: { $ref: '#/components/callbacks/C' } } },
      patch: {}, delete: {}, head: {}, options: {}, trace: {} } }
components: { callbacks: { C: ${callback} }, links: { L: { operationId: getThing, server: { url: https://a.test } }, M: { $ref: '#/components/links/L' } },
  parameters: { B: { name: b, in: cookie, style: form, schema: { type: string } }, Limit: { name: limit, in: query, allowEmptyValue: false, allowReserved: false, deprecated: true, schema: { type: integer } } },
  requestBodies: { R: { content: { application/json: { schema: { type: object } } } } }, responses: { R: ${response('application/json: { schema: { type: object } }')} } }`,
  ],
  [
    'paths-object-example',
    `paths: { /pets: { get: { description: D, responses: { '200': ${response('application/json: { schema: { type: array, items: {} } }')} } } } }`,
  ],
  [
    'request-body-examples',
    `paths: { /thing: { put: { requestBody: { description: D, content: { application/json: { schema: {}, examples: { user: { summary: S, externalValue: 'https://examples.test/a.json' } } },
      text/plain: { examples: { user: { externalValue: 'https://examples.test/a.txt' } } }, '*/*': { examples: { user: { externalValue: 'https://examples.test/a' } } } } } } } }`,
  ],
  [
    'response-object-examples',
    `components: { responses: { List: ${response('application/json: { schema: { type: array, items: {} } }')}, Plain: { description: D, content: { text/plain: { schema: { type: string }, example: whoa } }, headers: { X-Limit: { schema: { type: integer } } } }, Nothing: { description: D } } }`,
  ],
  [
    'security-scheme-object-examples',
    `paths: {}
security: [{ basic: [] }, { key: [] }, { jwt: [] }, { mtls: [] }, { oauth: [read] }]
components: { securitySchemes: { basic: { type: http, scheme: basic }, key: { type: apiKey, name: k, in: header }, jwt: { type: http, scheme: bearer, bearerFormat: JWT }, mtls: { type: mutualTLS },
  oauth: { type: oauth2, flows: { implicit: { authorizationUrl: https://a.test, refreshUrl: https://a.test/r, scopes: { read: R } }, ${oauth('password')}, ${oauth('clientCredentials')} } },
  oidc: { type: openIdConnect, openIdConnectUrl: https://a.test/openid }, external: { $ref: 'https://other.test/openapi.json#/components/securitySchemes/Their' } } }`,
  ],
  [
    'non-oauth-scopes',
    "paths: { /users: { get: { security: [{ bearer: ['read:users', public] }] } } }\ncomponents: { securitySchemes: { bearer: { type: http, scheme: bearer } } }",
  ],
  [
    'style-defaults',
    `components: { parameters: { Encoded: { name: a, in: query, content: { multipart/form-data: { encoding: { form: { style: form }, space: { style: spaceDelimited }, explode: { explode: false }, reserved: { allowReserved: true } } } } },
      ${['simple', 'matrix', 'label'].map((style) => `P${style}: { name: ${style}, in: path, required: true, style: ${style}, schema: {} }`).join(', ')},
      ${['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'].map((style) => `Q${style}: { name: ${style}, in: query, style: ${style}, schema: {} }`).join(', ')},
      Cookie: { name: c, in: cookie, schema: {} }, Text: { name: t, in: cookie, content: { text/*: { schema: {} } } } } }`,
  ],
];

/** Documents of OpenAPI 3.1 that are not valid. */
export const INVALID_3_1: readonly OfficialCase[] = [
  ['example-examples', parameter('in: header, schema: {}, example: bear, examples: { mammal: { value: bear } }')],
  ['header-object-allowReserved', header('style: simple, explode: true, allowReserved: true')],
  ['parameter-object-header-allowReserved', parameter('in: header, allowReserved: false, schema: {}')],
  ['parameter-object-path-allowReserved', parameter('in: path, required: true, allowReserved: false, schema: {}')],
  ['parameter-object-cookie-form-allowReserved', parameter('in: cookie, allowReserved: true, schema: {}')],
  ['parameter-object-cookie-form-allowReserved, second half', parameter('in: cookie, style: cookie, schema: {}')],
  ['invalid_schema_types, null', 'components: { schemas: { A: null } }'],
  ['invalid_schema_types, number', 'components: { schemas: { A: 0 } }'],
  ['invalid_schema_types, list', 'components: { schemas: { A: [] } }'],
  ['link-object-no-body', 'components: { links: { L: { operationId: getThing, body: { url: https://a.test } } } }'],
  ['no_containers', ''],
  ['unknown_container', 'overlays: {}'],
  [
    'server_enum_empty',
    "servers: [{ url: 'https://a.test/{v}', variables: { v: { enum: [], default: a } } }]\ncomponents: {}",
  ],
  ['servers', 'paths: {}\nservers: { url: /v1 }'],
];

/** Documents of OpenAPI 3.0 that are valid; its suite has no others. */
export const VALID_3_0: readonly OfficialCase[] = [
  [
    'api-with-examples',
    `paths: { /: { get: { operationId: listVersions, summary: S, responses: { '200': ${response('application/json: { examples: { foo: { value: { versions: [{ status: CURRENT, id: v2.0 }] } } } }')}, '300': ${response('application/json: { examples: { foo: { value: "{}" } } }')} } } } }`,
  ],
  [
    'callback-example',
    `paths: { /streams: { post: { parameters: [{ name: url, in: query, required: true, schema: { type: string, format: uri, example: https://a.test } }], responses: { '201': { description: D } }, callbacks: { onData: ${callback} } } } }`,
  ],
  [
    'link-example',
    `paths: { '/users/{username}': { get: { operationId: getUser, parameters: [{ name: username, in: path, required: true, schema: { type: string } }], responses: { '200': { description: D, links: { self: { $ref: '#/components/links/Self' } } } } } } }
components: { links: { Self: { operationId: getUser, parameters: { username: $response.body#/username } } } }`,
  ],
  [
    'petstore',
    `servers: [{ url: http://pets.test/v1 }]
paths: { /pets: { get: { summary: S, operationId: listPets, tags: [pets], parameters: [{ name: limit, in: query, required: false, schema: { type: integer, maximum: 100, format: int32 } }], responses: { '200': { description: D, headers: { x-next: { schema: { type: string } } } }, default: ${response("application/json: { schema: { $ref: '#/components/schemas/E' } }")} } } } }
components: { schemas: { E: { type: object, required: [code], properties: { code: { type: integer, format: int32 } } } } }`,
  ],
  [
    'petstore-expanded',
    `paths: { '/pets/{id}': { delete: { operationId: deletePet, parameters: [{ name: id, in: path, required: true, schema: { type: integer } }], responses: { '204': { description: D } } } } }
components: { schemas: { Pet: { allOf: [{ $ref: '#/components/schemas/New' }, { type: object, required: [id], properties: { id: { type: integer, format: int64 } } }] }, New: { type: object, required: [name], properties: { name: { type: string } } } } }`,
  ],
  [
    'uspto',
    `servers: [{ url: '{scheme}://api.test', variables: { scheme: { description: D, enum: [https, http], default: https } } }]
paths: { '/{set}/records': { post: { operationId: search, parameters: [{ name: set, in: path, required: true, example: oa, schema: { type: string, default: oa } }],
  requestBody: { content: { application/x-www-form-urlencoded: { schema: { type: object, properties: { criteria: { type: string, default: '*:*' } }, required: [criteria] } } } }, responses: { '200': { description: D } } } } }`,
  ],
];
