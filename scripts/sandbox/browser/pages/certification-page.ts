import type { CertificationRecord } from '../../model/world.js';
import { escapeHtml, pageHtml } from './html.js';
import { TEXTS, type PageLanguage } from './texts.js';

/** What the certification page shows. */
export interface CertificationWindow {
  readonly key: string;
  readonly record: CertificationRecord;
  readonly mode: 'iframe' | 'popup' | 'redirect';
  readonly language: PageLanguage;
}

/** The identity window of the sandbox. */
export function certificationPage({ key, record, mode, language }: CertificationWindow): string {
  const text = TEXTS[language];
  const { imp_uid, name, phone } = record.wire;
  const body = `<main class="window" data-testid="certification">
<h1>${text.certification}</h1>
<p class="note">${text.notReal}</p>
<label for="name">${text.name}</label>
<input id="name" value="${escapeHtml(name ?? '')}" autocomplete="off" data-testid="name">
<label for="phone">${text.phone}</label>
<input id="phone" value="${escapeHtml(phone ?? '')}" inputmode="numeric" autocomplete="off" data-testid="phone">
<button type="button" class="primary" data-action="certify" data-testid="certify" autofocus>${text.certify}</button>
<button type="button" data-action="fail" data-testid="fail">${text.failCertification}</button>
<button type="button" data-action="close" data-testid="close">${text.close}</button>
<p role="status" aria-live="polite" data-testid="status"></p>
</main>`;
  const data = { key, imp_uid, mode, lost: text.lost, working: text.working };
  return pageHtml({ language, title: `${text.certification} · sandbox`, script: 'certification', data, body });
}
