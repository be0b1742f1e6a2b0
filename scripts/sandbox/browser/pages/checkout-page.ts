import type { PaymentRecord } from '../../model/world.js';
import { escapeHtml, pageHtml } from './html.js';
import { DECLINES, TEXTS, type PageLanguage } from './texts.js';

/** What the checkout page shows. */
export interface Checkout {
  readonly key: string;
  readonly record: PaymentRecord;
  readonly mode: 'iframe' | 'popup' | 'redirect';
  readonly language: PageLanguage;
}

/** The payment window of the sandbox: plain HTML, usable by keyboard, with a button for every outcome. */
export function checkoutPage({ key, record, mode, language }: Checkout): string {
  const text = TEXTS[language];
  const { wire, issuesKey } = record;
  const isAccount = wire.pay_method === 'vbank';
  const label = isAccount ? text.issueAccount : issuesKey === null ? text.pay : text.issueKey;
  const amount = `${wire.amount.toLocaleString('en-US')} ${wire.currency}`;
  const rows = [
    [text.order, wire.merchant_uid],
    [text.item, wire.name ?? ''],
    [text.amount, amount],
    [text.gateway, wire.pg_provider ?? ''],
    [text.method, wire.pay_method ?? ''],
  ].map(([name = '', value = '']) => `<div><dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd></div>`);
  const reasons = DECLINES.map(({ text: reason }, index) => `<option value="${index}">${escapeHtml(reason)}</option>`);
  const body = `<main class="window" data-testid="checkout">
<h1>${text.checkout}</h1>
<p class="note">${text.notReal}</p>
<dl>${rows.join('')}</dl>
<button type="button" class="primary" data-action="approve" data-testid="pay" autofocus>${label}</button>
<button type="button" data-action="close" data-testid="close">${text.close}</button>
<section aria-labelledby="more">
<h2 id="more">${text.more}</h2>
<label for="reason">${text.declineReason}</label>
<select id="reason" data-testid="decline-reason">${reasons.join('')}</select>
<button type="button" data-action="decline" data-testid="decline">${text.decline}</button>
<label for="amount">${text.otherAmount}</label>
<input id="amount" type="number" min="0" step="any" value="${wire.amount}" data-testid="other-amount">
<button type="button" data-action="other" data-testid="pay-other-amount">${text.payOther}</button>
<button type="button" data-action="lose" data-testid="lose-browser">${text.lose}</button>
</section>
<p role="status" aria-live="polite" data-testid="status"></p>
</main>`;
  const data = { key, imp_uid: wire.imp_uid, mode, declines: DECLINES, lost: text.lost, working: text.working };
  return pageHtml({ language, title: `${text.checkout} · sandbox`, script: 'checkout', data, body });
}

/** The page of a window that has ended already. */
export function endedPage(language: PageLanguage): string {
  const text = TEXTS[language];
  const body = `<main class="window"><h1>${text.checkout}</h1><p data-testid="ended">${text.ended}</p></main>`;
  return pageHtml({ language, title: text.checkout, script: null, data: {}, body });
}
