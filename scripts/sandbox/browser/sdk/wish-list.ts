const NOT_NAVER = '네이버페이 주문형으로 다시 시도해주세요.';

/** A page that calls `IMP.naver_zzim`. */
export interface WishListCall {
  readonly origin: string;
  readonly userCode: string;
  readonly tierCode: string | null;
  readonly params: Readonly<Record<string, unknown>>;
}

/** `IMP.naver_zzim`: a popup on a desktop, instead of the page on a phone. The service gives no callback. */
export function openWishList({ origin, userCode, tierCode, params }: WishListCall): void {
  if (params.pg !== undefined && params.pg !== 'naverco') {
    alert(NOT_NAVER);
    return;
  }
  const query = new URLSearchParams({ userCode, ...(tierCode !== null && { tierCode }) });
  for (const name of namesOf(params.naverProducts)) query.append('product', name);
  const page = `${origin}/_sandbox/wish-list?${query.toString()}`;
  if (/Mobi/.test(navigator.userAgent)) location.assign(page);
  else window.open(page, 'iamport-sandbox', 'popup,width=480,height=720');
}

function namesOf(products: unknown): string[] {
  const list: unknown[] = Array.isArray(products) ? products : [];
  return list.map((product) =>
    typeof product === 'object' && product !== null && 'name' in product ? String(product.name) : '',
  );
}
