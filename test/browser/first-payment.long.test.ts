import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { samplesOf } from '../contract/documentation.js';
import { launchChromium } from './chromium.js';

// The shop of the first guide, as it is written: from nothing to a verified payment, in real Chromium. Only the ports and the order are others.

const [SANDBOX, SHOP] = ['18797', '13097'];

let folder = '';
let browser: Browser;
const running: ChildProcess[] = [];

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-shop-'));
  mkdirSync(path.join(folder, 'node_modules/@iamport-kit'), { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{}');
  symlinkSync(path.resolve('.'), path.join(folder, 'node_modules/iamport-kit'));
  symlinkSync(path.resolve('node_modules/express'), path.join(folder, 'node_modules/express'));
  const webhook = `http://localhost:${SHOP}/payments/webhook`;
  await start([path.resolve('scripts/bin/iamport-kit.js'), 'sandbox', '--port', SANDBOX, '--webhook', webhook]);
  browser = await launchChromium();
}, 60_000);

afterAll(async () => {
  await browser.close();
  for (const child of running) child.kill();
  rmSync(folder, { recursive: true });
});

/** Starts a program, and resolves with what it prints once it has printed something. */
function start(args: readonly string[]): Promise<{ readonly text: () => string; readonly stop: () => void }> {
  const child = spawn(process.execPath, [...args], { cwd: folder });
  running.push(child);
  let text = '';
  return new Promise((resolve, reject) => {
    child.on('exit', () => reject(new Error(`it ended: ${text}`)));
    child.stderr.on('data', (part: Buffer) => (text += part.toString()));
    child.stdout.on('data', (part: Buffer) => {
      text += part.toString();
      resolve({ text: () => text, stop: () => child.kill() });
    });
  });
}

it.each([
  ['ko', '감사합니다!', '결제되지 않았습니다', 'order-ko 결제 완료'],
  ['en', 'Thank you!', 'Not paid.', 'order-en is paid'],
])(
  'the shop of the guide takes a payment once: %s',
  async (language, thanks, refused, paid) => {
    const sample = samplesOf(`scripts/site/pages/${language}/guides/first-payment.md`).find(
      (each) => each.language === 'js',
    );
    const file = path.join(folder, `shop-${language}.mjs`);
    writeFileSync(
      file,
      sample!.code.replaceAll('8787', SANDBOX).replaceAll('3000', SHOP).replaceAll('order-1', `order-${language}`),
    );
    const shop = await start([file]);
    const page = await browser.newPage();
    for (const [button, said] of [
      ['close', refused],
      ['pay', thanks],
    ] as const) {
      await page.goto(`http://localhost:${SHOP}/`);
      await page.locator('#pay').click();
      await page.frameLocator('iframe').locator(`[data-testid=${button}]`).click();
      await page.waitForURL(/payments\/return/);
      expect(await page.textContent('body')).toContain(said);
    }
    await page.close();
    expect(shop.text().split(paid)).toHaveLength(2);
    shop.stop();
  },
  60_000,
);
