import { SANDBOX_KEY } from '../../server/create-sandbox.js';
import { PG_NAMES } from 'iamport-kit';

import { escapeHtml, pageHtml } from './html.js';

// The gateway that most shops begin with comes first.
const GATEWAYS = ['html5_inicis', ...Object.keys(PG_NAMES).filter((code) => code !== 'html5_inicis')];
const METHODS = ['card', 'trans', 'vbank', 'phone', 'point', 'kakaopay', 'naverpay', 'samsung', 'tosspay'];

const options = (values: readonly string[]): string =>
  values.map((value) => `<option>${escapeHtml(value)}</option>`).join('');

/** A shop of one page: choose what to pay, pay, and read what the callback gets. */
export function demoPage(): string {
  const body = `<main class="window" data-testid="demo">
<h1>데모 상점 · Demo checkout</h1>
<p class="note">샌드박스입니다. This is a sandbox: no money moves.</p>
<label for="pg">PG사 (pg)</label><select id="pg" data-testid="pg">${options(GATEWAYS)}</select>
<label for="method">결제수단 (pay_method)</label><select id="method" data-testid="method">${options(METHODS)}</select>
<label for="item">상품명 (name)</label><input id="item" value="당근 10kg" data-testid="item">
<label for="amount">금액 (amount)</label><input id="amount" type="number" value="1004" min="0" step="any" data-testid="amount">
<button type="button" class="primary" id="buy" data-testid="buy">결제하기 · Pay</button>
<button type="button" id="verify" data-testid="verify">본인인증 · Verify</button>
<h2>결과 (callback)</h2>
<pre role="status" aria-live="polite" tabindex="0" aria-label="callback" data-testid="result"></pre>
<p><a href="/_sandbox/">콘솔 · Console</a></p>
</main>
<script src="/v1/iamport.js"></script>`;
  return pageHtml({ language: 'ko', title: 'Demo · sandbox', script: 'demo', data: { userCode: SANDBOX_KEY }, body });
}
