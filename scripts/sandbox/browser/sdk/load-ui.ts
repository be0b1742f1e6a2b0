/** Types of UI by gateway; all others have none. */
const UI_TYPES: Readonly<Record<string, readonly string[]>> = {
  paypal_v2: ['paypal-spb', 'paypal-rt'],
  toss_brandpay: ['toss-brandpay-widget'],
  danal_tpay: ['payment-bridge'],
  uplus: ['payment-bridge'],
  kcp: ['payment-bridge'],
};

/** The container of a UI, or the SDK's error message if it is missing. */
export function containerOf(uiType: string, pg: string | undefined): Element | string {
  if (pg === undefined) return 'pg 파라미터는 필수 입력입니다.';
  const types = UI_TYPES[pg];
  if (types === undefined) return `해당 PG사(${pg})는 UI 로딩을 지원하지 않습니다.`;
  if (!types.includes(uiType)) return `해당 PG사(${pg})의 UI 타입은 ${types.join(', ')}만 허용됩니다.`;
  const containers = [...document.querySelectorAll('.portone-ui-container')];
  if (containers.length === 0) return 'portone-ui-container를 찾을 수 없습니다.';
  const fitting = containers.filter((element) => element.getAttribute('data-portone-ui-type') === uiType);
  if (fitting.length > 1) return '동일한 data-portone-ui-type을 갖는 DOM element가 2개 이상 존재합니다.';
  return fitting[0] ?? 'data-portone-ui-type에 올바른 UI 타입을 입력해주세요.';
}

/** Puts the gateway's button into its container. */
export function mountButton(container: Element, uiType: string, onClick: () => void): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = `${uiType} (sandbox)`;
  button.dataset.testid = `iamport-sandbox-ui-${uiType}`;
  button.addEventListener('click', onClick);
  container.replaceChildren(button);
}
