import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, describe, expect, it } from 'vitest';

const PROGRAM = path.resolve('scripts/bin/iamport-kit.js');
const children: ChildProcess[] = [];
const folders: string[] = [];
afterEach(async () => {
  // Each saves its state before it ends.
  const ended = children.splice(0).map(async (child) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill();
    await once(child, 'close');
  });
  await Promise.all(ended);
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

interface Running {
  readonly child: ChildProcess;
  readonly output: () => string;
  /** Resolves when the output holds a text. */
  readonly until: (text: string) => Promise<void>;
  ended: Promise<number | null>;
}

function run(...args: string[]): Running {
  const child = spawn(process.execPath, [PROGRAM, 'sandbox', ...args], {
    env: { ...process.env, LANG: 'en_US.UTF-8', NO_COLOR: '1' },
  });
  children.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return {
    child,
    output: () => output,
    until: (text) => expect.poll(() => output, { timeout: 20_000 }).toContain(text),
    ended: new Promise((resolve) => child.on('close', resolve)),
  };
}

async function start(...args: string[]): Promise<Running & { url: string }> {
  const running = run('--port', '0', ...args);
  await running.until('demo checkout');
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(running.output())?.[0] ?? '';
  return { ...running, url };
}

function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'iamport-kit-sandbox-'));
  folders.push(made);
  return made;
}

describe('iamport-kit sandbox', () => {
  it('says it in Korean', async () => {
    const { output, until } = run('--port', '0', '--lang', 'ko', '--host', '0.0.0.0');
    await until('경고');
    const [, port = ''] = /:(\d+)/.exec(output()) ?? [];
    const url = `http://0.0.0.0:${port}`;
    expect(output()).toBe(`아임포트 샌드박스  ${url}          콘솔  ${url}/_sandbox/
  createIamport({ impKey: 'imp_sandbox_1', impSecret: 'sandbox', baseUrl: '${url}' })
  <script src="${url}/v1/iamport.js"></script>   IMP.init('imp_sandbox_1')
  데모 상점          ${url}/_sandbox/demo

경고: 루프백 주소가 아닙니다(0.0.0.0). 같은 네트워크의 누구나 이 샌드박스를 쓸 수 있습니다
`);
  });

  it('says where it listens, what to set, and what happens', async () => {
    const { url, output, until } = await start();
    expect(output()).toBe(`i'mport sandbox    ${url}          console  ${url}/_sandbox/
  createIamport({ impKey: 'imp_sandbox_1', impSecret: 'sandbox', baseUrl: '${url}' })
  <script src="${url}/v1/iamport.js"></script>   IMP.init('imp_sandbox_1')
  demo checkout      ${url}/_sandbox/demo

`);
    const trigger = run('trigger', 'payment.paid', '--url', url, '--set', 'amount=2500', '--set', 'merchant_uid=o-1');
    expect(await trigger.ended).toBe(0);
    expect(trigger.output()).toBe('payment.paid   imp_uid imp_000000000001   merchant_uid o-1   paid\n');
    await until('request_pay   o-1   2,500 KRW   html5_inicis card   → imp_000000000001 ready');
    await until('approve       imp_000000000001   → paid');
    await until('imp_000000000001   callback   success');
  });

  it('prints the log, and follows it as JSON lines', async () => {
    const { url } = await start();
    const follow = run('log', '--follow', '--json', '--url', url);
    expect(await run('trigger', 'vbank.issued', '--url', url).ended).toBe(0);
    await follow.until('request_pay');
    expect(JSON.parse(follow.output().split('\n')[0] ?? '')).toMatchObject({ kind: 'browser' });
    const log = run('log', '--url', url);
    expect(await log.ended).toBe(0);
    expect(log.output()).toMatch(/^\d\d:\d\d:\d\d {2}request_pay/);
  });

  it('goes on from its saved state, and plays a scenario', async () => {
    const state = path.join(folder(), 'state.json');
    const scenario = path.join(folder(), 'scenario.yaml');
    writeFileSync(
      scenario,
      "steps:\n  - requestPay: { merchant_uid: o-1, amount: 5 }\n    as: pay\n  - approve: { imp_uid: '${pay.imp_uid}' }\n",
    );
    const first = await start('--state', state, '--scenario', scenario, '--clock', 'frozen');
    await first.until('success');
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    expect(readFileSync(state, 'utf8')).toContain('"merchant_uid": "o-1"');
    const second = await start('--state', state);
    const overview = (await (await fetch(`${second.url}/_sandbox/overview`)).json()) as { merchants: unknown[] };
    expect(overview.merchants).toMatchObject([{ payments: [{ merchant_uid: 'o-1', status: 'paid' }] }]);
  });

  it('lists what it covers', async () => {
    const { ended, output } = run('--coverage');
    expect(await ended).toBe(0);
    expect(output()).toMatch(
      /^84 operations answer: 71 from state, 5 after a check of the state, 5 from code tables, 3 with the example of the document$/m,
    );
    expect(output()).toMatch(/^ {4}200 {2}1 {2}recorded {3}cancel\/already/m);
  });

  it.each([
    [['jump'], 'unknown sandbox command "jump"; expected one of: trigger, log'],
    [['trigger'], 'sandbox trigger needs one event; expected one of: payment.paid'],
    [['trigger', 'payment.paid', '--url', 'http://127.0.0.1:1'], 'no sandbox is running at http://127.0.0.1:1'],
    [['trigger', 'payment.paid', '--set', 'amount'], '--set expects FIELD=VALUE, such as amount=1004, not "amount"'],
    [['--port', 'x'], '--port expects a number from 0 to 65535, not "x"'],
    [['--order', 'never'], 'unknown --order "never"; expected one of: webhook-first'],
    [['--host', '203.0.113.1', '--port', '0'], 'cannot listen on 203.0.113.1:0: EADDRNOTAVAIL'],
    [['--scenario', 'nowhere.yaml', '--port', '0'], '--scenario nowhere.yaml: '],
  ])('%j is a mistake in the call', async (args, message) => {
    const { ended, output } = run(...args);
    expect(await ended).toBe(2);
    expect(output()).toContain(message);
  });

  it('says when its port is taken', async () => {
    const { url } = await start();
    const second = run('--port', url.split(':').at(-1) ?? '');
    expect(await second.ended).toBe(2);
    expect(second.output()).toContain('is already in use; --port 0 picks a free port');
  });
});
