import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { serve } from '@hono/node-server';
import connectApp from 'connect';
import express from 'express';
import { fastify } from 'fastify';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';

import { createWebhookHandler, toFastifyPlugin, toNodeHandler, type PaymentHandler } from '../../src/index.js';
import { openSandboxShop } from './sandbox-shop.js';

/** A server of a framework, and how to end it. */
interface Running {
  readonly port: number;
  readonly close: () => unknown;
}

async function listen(server: Server): Promise<Running> {
  if (!server.listening) await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, close: () => server.close() };
}

const frameworks: [string, (handler: PaymentHandler) => Promise<Running>][] = [
  ['node:http', (handler) => listen(createServer((request, response) => toNodeHandler(handler)(request, response)))],
  ['Express', (handler) => listen(createServer(express().post('/webhook', toNodeHandler(handler))))],
  [
    'Express with body parsers before',
    (handler) =>
      listen(
        createServer(
          express()
            .use(express.json(), express.urlencoded({ extended: true }))
            .post('/webhook', toNodeHandler(handler)),
        ),
      ),
  ],
  [
    'Express with raw bodies',
    (handler) =>
      listen(
        createServer(
          express()
            .use(express.raw({ type: '*/*' }))
            .post('/webhook', toNodeHandler(handler)),
        ),
      ),
  ],
  ['Connect', (handler) => listen(createServer(connectApp().use('/webhook', toNodeHandler(handler))))],
  [
    'Fastify',
    async (handler) => {
      const app = fastify();
      await app.register(toFastifyPlugin(handler, '/webhook'));
      await app.listen({ port: 0, host: '127.0.0.1' });
      return { port: (app.server.address() as AddressInfo).port, close: () => app.close() };
    },
  ],
  [
    'Hono',
    async (handler) => {
      const app = new Hono().post('/webhook', ({ req }) => handler(req.raw));
      const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }) as Server;
      await new Promise<void>((resolve) => (server.listening ? resolve() : server.once('listening', resolve)));
      return listen(server);
    },
  ],
];

describe.each(frameworks)('%s', (_name, start) => {
  it('takes notifications as JSON and as forms, and refuses rubbish', async () => {
    const { iamport, add } = await openSandboxShop();
    const heard: string[] = [];
    const handler = createWebhookHandler({
      iamport,
      allowSandbox: true,
      order: () => ({ amount: 1000 }),
      onPaid: ({ imp_uid }) => heard.push(imp_uid),
    });
    const one = await add({ merchant_uid: 'order-1', amount: 1000 });
    const two = await add({ merchant_uid: 'order-2', amount: 1000 });
    const { port, close } = await start(handler);
    const post = async (body: string, type: string): Promise<number> => {
      const answer = await fetch(`http://127.0.0.1:${port}/webhook`, {
        method: 'POST',
        body,
        headers: { 'content-type': type },
      });
      await answer.text();
      return answer.status;
    };
    const json = JSON.stringify({ imp_uid: one, merchant_uid: 'order-1', status: 'paid' });
    expect(await post(json, 'application/json')).toBe(200);
    expect(await post(`imp_uid=${two}&merchant_uid=order-2`, 'application/x-www-form-urlencoded')).toBe(200);
    expect(await post('{"imp_uid":"../.."}', 'application/json')).toBe(400);
    expect(heard).toEqual([one, two]);
    await close();
  });
});
