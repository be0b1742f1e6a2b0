import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { startApiServer, success, TOKEN_ANSWER, type ApiServer } from '../runtime/api-server.js';

// A shop in Next.js with the packed package: installed, built for production and started, as its users do it. Next.js with
// its compiler has 340 MB; so it is fetched here and is no dependency of everybody who works on this repository.

const NEXT = ['next@16.4.6', 'react@19.3.1', 'react-dom@19.3.1'];
const LIMIT = 240_000;

const run = promisify(execFile);
const shop = mkdtempSync(path.join(tmpdir(), 'iamport-kit-next-'));

const ROUTE = `
import { createConfirmHandler, createIamport, createWebhookHandler } from 'iamport-kit';

const iamport = createIamport({ impKey: 'key', impSecret: 'secret', baseUrl: process.env.API_URL });
const order = (id) => (id === 'order-1' ? { amount: 1000 } : null);
const onPaid = ({ imp_uid }) => console.log('paid', imp_uid);
`;
const WEBHOOK = `${ROUTE}export const POST = createWebhookHandler({ iamport, order, onPaid });\n`;

const FILES: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({ name: 'shop', private: true, type: 'module' }),
  'app/layout.js': 'export default function Layout({ children }) { return children; }\n',
  'app/webhook/route.js': WEBHOOK,
  'app/edge/webhook/route.js': `${WEBHOOK}export const runtime = 'edge';\n`,
  'app/confirm/route.js': `${ROUTE}export const POST = createConfirmHandler({ order });\n`,
};

const PAYMENT = { merchant_uid: 'order-1', amount: 1000, cancel_amount: 0, currency: 'KRW', status: 'paid' };

let api: ApiServer;
let next: ChildProcess;
let output = '';
let url = '';

beforeAll(async () => {
  api = await startApiServer(({ url: asked }) => {
    if (asked === '/users/getToken') return TOKEN_ANSWER;
    const imp_uid = /^\/payments\/(imp_\d+)/.exec(asked)?.[1];
    if (imp_uid !== undefined) return success({ ...PAYMENT, imp_uid });
    return { status: 404, body: { code: -1, message: '존재하지 않는 결제정보입니다.', response: null } };
  });
  for (const [file, text] of Object.entries(FILES)) {
    mkdirSync(path.join(shop, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(shop, file), text);
  }
  const { stdout } = await run('npm', ['pack', '--ignore-scripts', '--pack-destination', shop]);
  await inShop('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', `./${stdout.trim()}`, ...NEXT]);
  await inShop(process.execPath, ['node_modules/next/dist/bin/next', 'build']);
  url = await start();
}, LIMIT);

afterAll(async () => {
  next.kill();
  await api.close();
  rmSync(shop, { recursive: true });
});

const environment = (): NodeJS.ProcessEnv => ({
  ...process.env,
  NODE_ENV: 'production',
  NEXT_TELEMETRY_DISABLED: '1',
  API_URL: api.baseUrl,
});

async function inShop(file: string, args: readonly string[]): Promise<void> {
  await run(file, [...args], { cwd: shop, env: environment() }).catch((error: unknown) => {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`${file} ${args.join(' ')} failed:\n${stdout}${stderr}`);
  });
}

/** Starts the shop and waits until it listens, at a port of the system's choice. */
function start(): Promise<string> {
  const args = ['node_modules/next/dist/bin/next', 'start', '--port', '0', '--hostname', '127.0.0.1'];
  next = spawn(process.execPath, args, { cwd: shop, env: environment() });
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const local = /Local:\s+(http:\/\/[^\s]+)[^]*Ready/.exec(output)?.[1];
      if (local !== undefined) resolve(local);
    };
    next.stdout?.on('data', read);
    next.stderr?.on('data', read);
    next.once('exit', () => reject(new Error(`next start ended:\n${output}`)));
  });
}

async function post(route: string, body: string, type = 'application/json'): Promise<number> {
  const answer = await fetch(`${url}${route}`, { method: 'POST', body, headers: { 'content-type': type } });
  await answer.text();
  return answer.status;
}

it.each([
  ['of Node', '/webhook', 'imp_1', 'imp_2'],
  ['at the edge', '/edge/webhook', 'imp_3', 'imp_4'],
])(
  'a route handler %s takes notifications as JSON and as forms, and refuses rubbish',
  async (_title, route, ...ids) => {
    expect(await post(route, JSON.stringify({ imp_uid: ids[0], merchant_uid: 'order-1' }))).toBe(200);
    const form = `imp_uid=${ids[1]}&merchant_uid=order-1&status=paid`;
    expect(await post(route, form, 'application/x-www-form-urlencoded')).toBe(200);
    expect(await post(route, '{"imp_uid":"../.."}')).toBe(400);
    expect(await post(route, JSON.stringify({ imp_uid: 'unknown', merchant_uid: 'order-1' }))).toBe(404);
    // An order that is not ours: handled, and the API is not asked.
    expect(await post(route, JSON.stringify({ imp_uid: ids[0], merchant_uid: 'order-2' }))).toBe(200);
    expect((await fetch(`${url}${route}`)).status).toBe(405);
    await expect.poll(() => output).toContain(`paid ${ids[1]}`);
    expect(output).toContain(`paid ${ids[0]}`);
  },
);

it('a route handler answers questions before approval', async () => {
  const question = { imp_uid: 'imp_1', merchant_uid: 'order-1', amount: 1000 };
  expect(await post('/confirm', JSON.stringify(question))).toBe(200);
  expect(await post('/confirm', JSON.stringify({ ...question, amount: 1 }))).toBe(409);
});
