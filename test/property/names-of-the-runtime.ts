/** A document whose schemas, operations and tags are called like exports of the runtime, or like files of the output. */
export const NAMES_OF_THE_RUNTIME = {
  openapi: '3.1.0',
  info: { title: 'Runtime', version: '1' },
  paths: Object.fromEntries(
    [
      ['cancel', 'claims'],
      ['verify', 'index'],
      ['createClient', 'Index'],
      ['checkRuntime', 'page'],
      ['many', 'con'],
    ].map(([operationId, tag]) => [
      `/${operationId}`,
      {
        get: {
          operationId,
          tags: [tag],
          parameters: [{ name: 'a', in: 'query', schema: { type: 'string', format: 'unixtime' } }],
          responses: { 204: { description: 'D' } },
        },
      },
    ]),
  ),
  components: {
    schemas: Object.fromEntries(
      ['Client', 'Error', 'Caller', 'Call', 'OperationRow', 'WithDates', 'Verdict', 'paths', 'Known', 'operations'].map(
        (name) => [name, { type: 'object', properties: { [name]: { type: 'string', enum: [name] } } }],
      ),
    ),
  },
};
