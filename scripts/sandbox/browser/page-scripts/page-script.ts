/** What every page gets from the sandbox. */
export interface PageData {
  readonly key: string;
  readonly imp_uid: string;
  readonly mode: 'iframe' | 'popup' | 'redirect';
  readonly lost: string;
  readonly working: string;
  readonly declines?: readonly { readonly code: string; readonly text: string }[];
}

/** How a window ended; null where the browser is lost. */
export interface PageEnd {
  readonly callback: Readonly<Record<string, unknown>>;
  /** Address to go to in a redirect, with its query. */
  readonly returnTo: string | null;
}

/** The data of this page. */
export function readData(): PageData {
  // Written by the sandbox into the page.
  return JSON.parse(document.getElementById('data')?.textContent ?? '{}') as PageData;
}

/** The value of a field. */
export function valueOf(id: string): string {
  const element = document.getElementById(id);
  return element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? element.value : '';
}

/** Lets every button end the window. `bodyOf` says what its action sends. */
export function wire(route: string, bodyOf: (action: string) => Readonly<Record<string, unknown>>): void {
  const data = readData();
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('button[data-action]')];
  const end = (action: string): void => {
    for (const button of buttons) button.disabled = true;
    say(data.working);
    void send(data, route, { ...bodyOf(action), action });
  };
  for (const button of buttons)
    button.addEventListener('click', () => {
      end(button.dataset.action ?? '');
    });
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape' && buttons.some(({ disabled }) => !disabled)) end('close');
  });
}

async function send(data: PageData, route: string, body: Readonly<Record<string, unknown>>): Promise<void> {
  const { key, imp_uid } = data;
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(route, { method: 'POST', headers, body: JSON.stringify({ key, imp_uid, ...body }) });
  // The sandbox's own route.
  const { end, error } = (await response.json()) as { readonly end?: PageEnd | null; readonly error?: string };
  if (error !== undefined) say(error);
  else leave(data, end ?? null);
}

function leave({ mode, imp_uid, lost }: PageData, end: PageEnd | null): void {
  // The SDK that opened this page; a window, or null when the page was opened by hand.
  const opener = window.opener as Window | null;
  const target = mode === 'popup' && opener !== null ? opener : window.parent;
  if (end === null) say(lost);
  else if (mode !== 'redirect') target.postMessage({ from: 'iamport-sandbox', imp_uid, callback: end.callback }, '*');
  else if (end.returnTo !== null) location.assign(end.returnTo);
  else say(JSON.stringify(end.callback));
}

function say(text: string): void {
  const status = document.querySelector('[role=status]');
  if (status !== null) status.textContent = text;
}
