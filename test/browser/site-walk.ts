import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { runCli } from '../cli/run-cli.js';
import { launchChromium } from './chromium.js';
import { serveSite, type ServedSite } from './site.js';

const LANGUAGES = [
  {
    language: 'ko',
    prefix: '/',
    search: '검색',
    found: '가상계좌',
    cancel: '결제 취소 또는 부분 환불',
    copy: '클립보드로 복사',
  },
  {
    language: 'en',
    prefix: '/en/',
    search: 'Search',
    found: '가상계좌',
    cancel: 'Cancel a payment, or refund part of it',
    copy: 'Copy to clipboard',
  },
] as const;

/** Words on pages, and what people write to find them. */
const FOUND: Readonly<Record<'en' | 'ko', readonly (readonly [found: string, word: string])[]>> = {
  ko: [
    ['가상계좌', '계좌'],
    ['KG이니시스', '이니시스'],
    ['금융결제원', '결제원'],
    ['가상계좌', '가상계좌'],
  ],
  en: [
    ['당근', '당근'],
    ['refund', 'refunds'],
  ],
};

const WRONG_WEBHOOK = '{\n  "imp_uid": 448280090638,\n  "merchant_uid": "order-secret-1",\n  "status": "paid"\n}';

/** Pages of every kind. Those with thousands of nodes are looked at in fewer views. */
const KINDS = [
  '',
  'guides/verify/',
  'guides/first-payment/',
  'reference/',
  'reference/operations/cancelpayment/',
  'reference/findings/fixture/type/',
  'playground/',
];
const LARGE = [
  'reference/operations/listpayments/',
  'reference/webhooks/receivepaymentwebhook/',
  'guides/architecture/',
  'guides/migration/',
  'reference/schemas/payment/',
  'reference/gateways/',
  'reference/api/iamport-kit/',
];
const VIEWS = [
  { colours: 'light', width: 1280, ...LANGUAGES[0], kinds: [...KINDS, ...LARGE] },
  { colours: 'dark', width: 390, ...LANGUAGES[0], kinds: [...KINDS, ...LARGE] },
  { colours: 'light', width: 390, ...LANGUAGES[1], kinds: KINDS },
  { colours: 'dark', width: 1280, ...LANGUAGES[1], kinds: KINDS },
] as const;

/** A person at the documentation, in real Chromium, in both languages. */
export function describeWalk(): void {
  let site: ServedSite;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  /** What the page asked for, with what it sent. */
  let requests: string[] = [];

  beforeAll(async () => {
    site = await serveSite();
    browser = await launchChromium();
    context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
    page = await context.newPage();
    page.on('request', (request) => requests.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`));
  });

  afterEach(() => context.setOffline(false));

  afterAll(async () => {
    await browser.close();
    site.close();
  });

  describe.each(LANGUAGES)('in $language', ({ language, prefix, cancel }) => {
    it('finds a Korean word without a network', async () => {
      await page.goto(`${site.origin}${prefix}`);
      const word = language === 'ko' ? '가상계좌' : 'virtual account';
      await page.locator('button[data-open-modal]').click();
      await page.locator('dialog input').fill(word);
      const results = page.locator('dialog .pagefind-ui__result-link');
      await results.first().waitFor();
      expect(await results.count()).toBeGreaterThan(3);
      await results.first().click();
      await page.waitForURL((url) => url.pathname !== prefix);
      expect((await page.textContent('main'))?.toLowerCase()).toContain(word);
    });

    it.each(FOUND[language])('finds %s by %s, and shows the text as it is written', async (found, word) => {
      await page.goto(`${site.origin}${prefix}`);
      await page.locator('button[data-open-modal]').click();
      await page.locator('dialog input').fill(word);
      const marked = page.locator('dialog mark', { hasText: found });
      await marked.first().waitFor();
      expect(await page.locator('dialog').textContent()).not.toContain('^^');
    });

    it('opens an operation and copies its sample', async () => {
      await page.goto(`${site.origin}${prefix}reference/operations/`);
      await page.locator('main').getByRole('link', { name: 'cancelPayment', exact: true }).click();
      await page.waitForURL(/cancelpayment/);
      expect(await page.textContent('h1')).toBe(cancel);
      const block = page.locator('main .expressive-code').first();
      await block.hover();
      await block.locator('.copy button').click();
      const copied = await page.evaluate<string>('navigator.clipboard.readText()');
      expect(copied).toContain("import { createIamport } from 'iamport-kit';");
      expect(copied).toContain('iamport.payments.cancel(');
    });

    it('shows in the playground what is wrong with a webhook, as the command does, and sends nothing', async () => {
      await page.goto(`${site.origin}${prefix}playground/`);
      await page.locator('#playground[data-ready]').waitFor();
      await context.setOffline(true);
      requests = [];
      await page.locator('#playground-text').fill(WRONG_WEBHOOK);
      await page.locator('#playground .findings li').first().waitFor();
      const { stdout } = await runCli(
        [
          'validate',
          '-',
          '--stdin-name',
          'a.json',
          '--schema',
          'PaymentWebhook',
          '--format',
          'json',
          '--lang',
          language,
        ],
        process.cwd(),
        {},
        WRONG_WEBHOOK,
      );
      const { diagnostics } = JSON.parse(stdout) as { diagnostics: readonly { code: string; message: string }[] };
      expect(diagnostics).toHaveLength(1);
      expect(await page.locator('#playground .findings .message').allTextContents()).toEqual(
        diagnostics.map(({ message }) => message),
      );
      expect(await page.locator('#playground .verdict').textContent()).toContain('PaymentWebhook');
      expect(await page.locator('#playground .findings a').allTextContents()).toEqual(
        diagnostics.map(({ code }) => code),
      );
      expect(await page.locator('#playground .findings pre').textContent()).toContain('2 |   "imp_uid": 448280090638');
      expect(await page.locator('#playground .fields').textContent()).toContain('merchant_uid');
      // The page fetches the script of its search when the browser is idle, which may be now; its name is fixed when it is built.
      expect(requests.filter((request) => !/^GET \S+\/_astro\/ui-core\.[\w-]+\.js $/.test(request))).toEqual([]);
    });

    it('corrects, replaces real data, and links to the schema without the data', async () => {
      await page.goto(`${site.origin}${prefix}playground/#schema=Payment`);
      await page.reload();
      await page.locator('#playground[data-ready]').waitFor();
      expect(await page.locator('#playground-schema').inputValue()).toBe('Payment');
      const text = page.locator('#playground-text');
      await page.locator('#playground-schema').selectOption('');
      await text.fill(
        "{ pg: 'kakaopay', merchant_uid: 'order-1', name: 'a', amount: '1004', buyer_tel: '010-9876-5432' }",
      );
      await page.locator('#playground .buttons button').nth(0).click();
      expect(JSON.parse(await text.inputValue())).toMatchObject({ amount: 1004 });
      await page.locator('#playground .buttons button').nth(1).click();
      expect(await text.inputValue()).not.toContain('9876');
      await page.locator('#playground .buttons button').nth(2).click();
      const link = await page.evaluate<string>('navigator.clipboard.readText()');
      expect(link).toBe(`${site.origin}${prefix}playground/#schema=PaymentRequest`);
    });

    it('follows the link that `explain` prints', async () => {
      const { stdout } = await runCli(['explain', 'fixture/type', '--lang', language], process.cwd());
      const [url = ''] = /https:\/\/\S+/.exec(stdout) ?? [];
      await page.goto(`${site.origin}${new URL(url).pathname}`);
      expect(await page.textContent('h1')).toBe('fixture/type');
      const [title = ''] = stdout.split('\n').slice(1);
      expect(await page.textContent('main')).toContain(title);
    });

    it('shows its first view within a second', async () => {
      const times: number[] = [];
      for (let turn = 0; turn < 3; turn += 1) {
        const fresh = await browser.newContext();
        const tab = await fresh.newPage();
        await tab.goto(`${site.origin}${prefix}reference/operations/cancelpayment/`);
        times.push(
          await tab.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity),
        );
        await fresh.close();
      }
      expect(Math.min(...times)).toBeLessThan(1000);
    });
  });

  it.each(VIEWS)(
    'has nothing that axe refuses, and fits: $language, $colours, $width px',
    async ({ colours, width, prefix, kinds }) => {
      const view = await browser.newContext({ colorScheme: colours, viewport: { width, height: 900 } });
      const tab = await view.newPage();
      for (const kind of kinds) {
        await tab.goto(`${site.origin}${prefix}${kind}`);
        if (kind === 'playground/') {
          await tab.locator('#playground[data-ready]').waitFor();
          await tab.locator('#playground-text').fill(WRONG_WEBHOOK);
        }
        const { violations } = await new AxeBuilder({ page: tab })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
          .analyze();
        const faults = violations.map(
          ({ id, nodes }) =>
            `${id}: ${nodes
              .slice(0, 3)
              .map(({ html }) => html.slice(0, 160))
              .join(' | ')}`,
        );
        expect({ kind, faults }).toEqual({ kind, faults: [] });
        const overflow = await tab.evaluate<number>(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        );
        expect({ kind, overflow }).toEqual({ kind, overflow: 0 });
      }
      await view.close();
    },
    300_000,
  );
}
