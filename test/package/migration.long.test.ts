import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

// The guide to moving from older packages shows calls side by side. Here both are made, and must reach the API as the same request.

type Client = 'new' | 'iamport' | 'iamporter' | 'restClient';
type Row = Readonly<Partial<Record<Client, string>>>;

const ROWS = JSON.parse(readFileSync('scripts/site/pages/migration.json', 'utf8')) as readonly Row[];
const OLD_PACKAGES = ['iamport@0.3.4', 'iamporter@1.4.2', 'iamport-rest-client-nodejs@0.9.12'];

/** One request as the API sees it. */
interface Seen {
  readonly method: string;
  readonly path: string;
  readonly query: readonly (readonly [string, string])[];
  readonly body: Readonly<Record<string, readonly string[]>>;
}

let folder = '';
let server: Server;
let base = '';
/** Requests by row, of the client that runs. */
let seen: Seen[][] = [];
let row = 0;

/** What reads before a write get. */
const PAYMENT = {
  imp_uid: 'imp_1',
  merchant_uid: 'o-1',
  amount: 1004,
  cancel_amount: 0,
  status: 'paid',
  cancel_history: [],
  currency: 'KRW',
};

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-migration-'));
  writeFileSync(path.join(folder, 'package.json'), '{}');
  const install = ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...OLD_PACKAGES];
  execFileSync('npm', install, { cwd: folder, stdio: 'pipe' });
  symlinkSync(path.resolve('.'), path.join(folder, 'node_modules/iamport-kit'));
  server = createServer((request, response) => {
    void textOf(request).then((text) =>
      response.setHeader('content-type', 'application/json').end(answer(request, text)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // It listens on a port, so it has an address with one.
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}, 300_000);

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request) text += String(part);
  return text;
}

function answer(request: IncomingMessage, text: string): string {
  const { pathname, searchParams } = new URL(request.url ?? '/', base);
  const reply = (response: unknown): string => JSON.stringify({ code: 0, message: null, response });
  if (pathname.startsWith('/__row/')) {
    row = Number(pathname.slice('/__row/'.length));
    return '{}';
  }
  if (pathname === '/users/getToken') {
    const now = Math.floor(Date.now() / 1000);
    return reply({ access_token: 'token', now, expired_at: now + 1800 });
  }
  (seen[row] ??= []).push({
    method: request.method ?? '',
    // One of the old packages leaves a slash at the end.
    path: decodeURIComponent(pathname).replace(/\/$/, ''),
    query: [...searchParams].map(([name, value]): [string, string] => [name.replace(/\[\d*\]/, '[]'), value]).sort(),
    body: fieldsOf(text, request.headers['content-type'] ?? ''),
  });
  const isPayment = request.method === 'GET' && /^\/payments\/(imp_1|find\/)/.test(pathname);
  return reply(isPayment ? PAYMENT : {});
}

/** The fields of a body, JSON or form, under the names that a form has. */
function fieldsOf(text: string, type: string): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  const add = (name: string, value: unknown): void => {
    if (Array.isArray(value)) {
      value.forEach((each, index) => add(typeof each === 'object' ? `${name}[${index}]` : `${name}[]`, each));
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, each] of Object.entries(value)) add(name === '' ? key : `${name}[${key}]`, each);
    } else (fields[name] ??= []).push(String(value));
  };
  if (/json/.test(type) && text !== '') add('', JSON.parse(text));
  else for (const [name, value] of new URLSearchParams(text)) add(name.replace(/\[\d+\]$/, '[]'), value);
  return Object.fromEntries(Object.entries(fields).sort());
}

/** Makes a client's call of every row, and gives what the server saw of each. */
async function requestsOf(client: Client, head: string, call: (text: string) => string): Promise<Seen[][]> {
  seen = [];
  const calls = ROWS.flatMap((each, index) =>
    each[client] === undefined
      ? []
      : [
          `await fetch('${base}/__row/${index}'); try { await ${call(each[client])}; } catch (error) { errors[${index}] = String(error); }`,
        ],
  );
  const file = path.join(folder, `${client}.cjs`);
  writeFileSync(
    file,
    `const errors = {};\n(async () => {\n${head}\n${calls.join('\n')}\nconsole.log(JSON.stringify(errors));\nprocess.exit(0);\n})();\n`,
  );
  await new Promise<void>((resolve, reject) => {
    execFile(process.execPath, [file], { cwd: folder }, (error) =>
      error === null ? resolve() : reject(new Error(error.message)),
    );
  });
  return seen;
}

const OPTIONS = "retries: 0, validate: { request: 'throw', response: 'off' }";
const GROUPS = [...new Set(ROWS.flatMap(({ restClient }) => restClient?.split('.')[0] ?? []))];

describe('the calls of the guide to moving', () => {
  let now: Seen[][] = [];
  beforeAll(async () => {
    const head = `const { createIamport } = require('iamport-kit');
const iamport = createIamport({ impKey: 'k', impSecret: 's', baseUrl: '${base}', ${OPTIONS} });`;
    now = await requestsOf('new', head, (text) => `iamport.${text}`);
  }, 120_000);

  it.each([
    [
      'iamport',
      () => `const Iamport = require('iamport'); Iamport.DEFAULT_HOST = '${base}';
const iamport = new Iamport({ impKey: 'k', impSecret: 's' });`,
      (text: string) => `iamport.${text}`,
    ],
    [
      'iamporter',
      () => `const { Iamporter } = require('iamporter');
const iamporter = new Iamporter({ apiKey: 'k', secret: 's', host: '${base}' });`,
      (text: string) => `iamporter.${text}`,
    ],
    [
      'restClient',
      () => `const { Iamport, Request: { ${GROUPS.join(', ')} } } = require('iamport-rest-client-nodejs');
const iamport = new Iamport({ apiKey: 'k', apiSecret: 's', baseUrl: '${base}' });`,
      (text: string) => `${text}.request(iamport)`,
    ],
  ] as const)(
    'reach the API as those of %s do',
    async (client, head, call) => {
      const before = await requestsOf(client, head(), call);
      const rows = ROWS.flatMap((each, index) => (each[client] === undefined ? [] : [{ each, index }]));
      expect(rows.length).toBeGreaterThan(10);
      for (const { each, index } of rows) {
        const [old] = before[index] ?? [];
        expect({ call: each[client], sent: old?.method }).toMatchObject({ sent: expect.any(String) as string });
        // Ours looks before a write and after it; the write itself is the same.
        const ours = (now[index] ?? []).find(({ method }) => method === old?.method);
        expect({ call: each.new, ...withoutGuard(withoutPath(ours), old) }).toEqual({
          call: each.new,
          ...withoutPath(old),
        });
      }
    },
    120_000,
  );
});

/** A value that is part of the path is not compared a second time in the body. */
function withoutPath(request: Seen | undefined): Partial<Seen> {
  if (request === undefined) return {};
  const segments = request.path.split('/');
  const body = Object.entries(request.body).filter(([, values]) => !values.every((value) => segments.includes(value)));
  return { ...request, body: Object.fromEntries(body) };
}

/** A refund of ours names the payment that it has read and how much there is to refund, as the guide says. */
const GUARDS = ['checksum', 'imp_uid'];

function withoutGuard(request: Partial<Seen>, old: Seen | undefined): Partial<Seen> {
  if (request.body === undefined || old === undefined) return request;
  const body = Object.entries(request.body).filter(([name]) => !GUARDS.includes(name) || Object.hasOwn(old.body, name));
  return { ...request, body: Object.fromEntries(body) };
}
