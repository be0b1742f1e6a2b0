import { escapeHtml, pageHtml } from './html.js';
import { TEXTS } from './texts.js';

/** What `IMP.naver_zzim` opens: the products it was given, and that there is no wish list behind them. */
export function wishListPage(products: readonly string[]): string {
  const text = TEXTS.ko;
  const items = products.map((name) => `<li>${escapeHtml(name)}</li>`);
  const body = `<main class="window" data-testid="wish-list">
<h1>${text.wishList}</h1>
<p class="note">${text.noWishList}</p>
<ul>${items.join('')}</ul>
<button type="button" class="primary" id="close" data-testid="close" autofocus>${text.closeWindow}</button>
</main>`;
  return pageHtml({ language: 'ko', title: `${text.wishList} · sandbox`, script: 'wish-list', data: {}, body });
}
