import { valueOf } from './page-script.js';

// Script of the demo shop.

interface Sdk {
  init(userCode: string): void;
  request_pay(params: Readonly<Record<string, unknown>>, callback: (response: unknown) => void): void;
  certification(params: Readonly<Record<string, unknown>>, callback: (response: unknown) => void): void;
}

// The page loads the SDK before this script.
const { IMP } = window as unknown as { readonly IMP: Sdk };
// Written by the sandbox into the page.
const { userCode } = JSON.parse(document.getElementById('data')?.textContent ?? '{}') as { readonly userCode: string };

function show(response: unknown): void {
  const result = document.querySelector('[data-testid=result]');
  if (result !== null) result.textContent = JSON.stringify(response, null, 2);
}

const returned = new URLSearchParams(location.search);
if (returned.has('imp_uid')) show(Object.fromEntries(returned));

IMP.init(userCode);
document.getElementById('buy')?.addEventListener('click', () => {
  const params = {
    pg: valueOf('pg'),
    pay_method: valueOf('method'),
    merchant_uid: `demo-${Date.now()}`,
    name: valueOf('item'),
    amount: Number(valueOf('amount')),
    m_redirect_url: `${location.origin}/_sandbox/demo`,
  };
  IMP.request_pay(params, show);
});
document.getElementById('verify')?.addEventListener('click', () => {
  IMP.certification({ pg: 'danal', merchant_uid: `demo-${Date.now()}` }, show);
});
