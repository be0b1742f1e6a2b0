import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser } from 'playwright-core';

/** A real Chromium from npm, with the security of the web as it is: only the sandbox of processes needs rights it may not have. */
export async function launchChromium(): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-gpu'];
  return playwright.launch({ args, executablePath: await chromium.executablePath(), headless: true });
}
