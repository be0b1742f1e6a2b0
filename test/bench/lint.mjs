// What lint costs: `iamport-kit lint` beside Redocly CLI on the same document, whole processes in turns.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { stringify } from 'yaml';

import { median, OURS, runProgram } from './run-program.mjs';

const PAIRS = 9;

/** The rows of this bench. Ratios are of processor time: both programs are held up alike by whatever else runs. */
export async function measureLint() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'iamport-kit-bench-'));
  try {
    const redocly = installRedocly(folder);
    // The document of Redocly's own examples, if it is at hand; else one of the same size and shape.
    const given = process.env.BENCH_MUSEUM;
    const document = given === undefined ? path.join(folder, 'museum.yaml') : path.resolve(given);
    if (given === undefined) writeFileSync(document, stringify(museum(), { aliasDuplicateObjects: false }));
    const ours = () => runProgram(OURS, ['lint', document, '--fail-on', 'none'], { cwd: folder }).cpu;
    const theirs = () => redocly(document).cpu;
    const pairs = Array.from({ length: PAIRS + 1 }, () => [ours(), theirs()]).slice(1);
    const [a, b] = [0, 1].map((side) => median(pairs.map((pair) => pair[side])).toFixed(0));
    const value = median(pairs.map(([one, other]) => one / other));
    const name = `lint ${given === undefined ? 'a museum like that of Redocly' : path.basename(given)}, by Redocly CLI`;
    return [{ name, value, atMost: 1.3, note: `${a} ms, ${b} ms` }];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function installRedocly(folder) {
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true }');
  const flags = ['--no-audit', '--no-fund', '--ignore-scripts'];
  execFileSync('npm', ['install', ...flags, '@redocly/cli@2.77.0'], { cwd: folder, stdio: 'pipe' });
  const program = path.join(folder, 'node_modules/@redocly/cli/bin/cli.js');
  return (document) => runProgram(program, ['lint', document], { cwd: folder });
}

const ref = (section, name) => ({ $ref: `#/components/${section}/${name}` });
const ENTITIES = ['Hours', 'Event', 'Ticket', 'Guide', 'Room'];

/** Ten operations on five resources, 40 schemas, examples of every body, a parameter of each kind: 25 kB. */
function museum() {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Museum',
      description: 'A museum with opening hours, events and tickets.',
      version: '1.0.0',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: 'https://museum.test/v1' }],
    security: [{ Placeholder: [] }],
    tags: ENTITIES.map((name) => ({ name, description: `All about ${name}.` })),
    paths: Object.fromEntries(ENTITIES.map((name) => [`/${name.toLowerCase()}/{id}`, pathItem(name)])),
    components: {
      securitySchemes: { Placeholder: { type: 'http', scheme: 'basic' } },
      parameters: {
        Id: { name: 'id', in: 'path', required: true, description: 'Which one.', schema: ref('schemas', 'Id') },
        Start: { name: 'start', in: 'query', description: 'The first day.', schema: ref('schemas', 'Date') },
        Page: { name: 'page', in: 'query', description: 'Which page.', schema: { type: 'integer', default: 1 } },
      },
      schemas: {
        Id: {
          type: 'string',
          format: 'uuid',
          description: 'Identifier.',
          example: '3be6453c-03eb-4357-ae5a-984a0e574a54',
        },
        Date: { type: 'string', format: 'date', description: 'A day.', example: '2023-10-29' },
        ...Object.assign({}, ...ENTITIES.map(schemas)),
      },
      examples: Object.assign(
        {},
        ...ENTITIES.map((name) => ({ [`${name}Example`]: { summary: name, value: sample() } })),
      ),
    },
  };
}

function pathItem(name) {
  const body = {
    content: {
      'application/json': { schema: ref('schemas', name), examples: { one: ref('examples', `${name}Example`) } },
    },
  };
  const responses = {
    200: { description: 'Success', ...body },
    400: { description: 'Bad request' },
    404: { description: 'Not found' },
  };
  const operation = (verb) => ({
    summary: `${verb} ${name}`,
    description: `${verb} one of the museum's ${name} by its identifier.`,
    operationId: `${verb}${name}`,
    tags: [name],
    parameters: ['Id', 'Start', 'Page'].map((parameter) => ref('parameters', parameter)),
    responses,
  });
  return { get: operation('get'), patch: { ...operation('update'), requestBody: { required: true, ...body } } };
}

function schemas(name) {
  const text = (what, example) => ({ type: 'string', description: `${what} of the ${name}.`, example });
  const parts = {
    [`${name}Name`]: text('Name', 'Workshop'),
    [`${name}Place`]: text('Place', 'Computer room'),
    [`${name}Time`]: { ...text('Time', '09:00'), pattern: '^([01]\\d|2[0-3]):?([0-5]\\d)$' },
    [`${name}Type`]: { ...text('Type', 'general'), enum: ['event', 'general'] },
    [`${name}Price`]: { type: 'number', format: 'float', description: 'Price of a ticket.', example: 25 },
    [`${name}Days`]: { type: 'array', description: 'Planned days.', items: ref('schemas', 'Date') },
  };
  const properties = {
    id: ref('schemas', 'Id'),
    name: ref('schemas', `${name}Name`),
    place: ref('schemas', `${name}Place`),
  };
  const rest = {
    time: ref('schemas', `${name}Time`),
    type: ref('schemas', `${name}Type`),
    price: ref('schemas', `${name}Price`),
    days: ref('schemas', `${name}Days`),
  };
  const whole = {
    type: 'object',
    description: `One ${name} of the museum.`,
    properties: { ...properties, ...rest },
    required: ['id', 'name', 'days'],
  };
  return { ...parts, [name]: whole };
}

function sample() {
  return {
    id: '6744a0da-4121-49cd-8479-f8cc20526495',
    name: 'Tea party',
    place: 'Tearoom',
    time: '10:00',
    type: 'event',
    price: 30,
    days: ['2023-11-18', '2023-11-25'],
  };
}
