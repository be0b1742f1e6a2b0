import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import { startApiServer, success, TOKEN_ANSWER, type ApiServer } from '../runtime/api-server.js';
import { PAYMENT } from '../runtime/payment.js';
import { PROJECTS } from './matrix/projects.js';
import { SEEN, type Machine } from './matrix/project.js';
import { makeProject, tryRow, type Place } from './matrix/try-project.js';
import { fetchNodes } from '../bench/node-versions.mjs';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 600_000 });

const run = promisify(execFile);

const root = mkdtempSync(path.join(tmpdir(), 'iamport-kit-matrix-'));
const tarballs: string[] = [];
let machine: Machine;
let api: ApiServer;

beforeAll(async () => {
  const args = ['pack', '--workspaces', '--include-workspace-root', '--pack-destination', root];
  const { stdout } = await run('npm', args);
  tarballs.push(
    ...stdout
      .trim()
      .split('\n')
      .map((name) => path.join(root, name)),
  );
  const nodes = path.join(root, 'nodes');
  mkdirSync(nodes);
  machine = { nodes: await fetchNodes(nodes) };
  api = await startApiServer(({ url }) =>
    url === '/users/getToken' ? TOKEN_ANSWER : success({ ...PAYMENT, imp_uid: 'imp_1' }),
  );
});
afterAll(async () => {
  await api.close();
  rmSync(root, { recursive: true });
});

describe.each(PROJECTS)('$name', (project) => {
  const folder = path.join(root, project.name);
  const place = (): Place => ({ folder, tarballs, machine, apiUrl: api.baseUrl });

  beforeAll(() => makeProject(project, place()));
  afterAll(() => rmSync(folder, { recursive: true }));

  const tries = project.rows.flatMap((row) => project.sources.map((source) => ({ title: row.title, row, source })));
  it.each(tries)('$title, from the $source', async ({ row, source }) => {
    const before = api.calls().length;
    expect(await tryRow(row, source, place())).toContain(SEEN);
    expect(api.calls().length - before).toBe(2);
  });
});
