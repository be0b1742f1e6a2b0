import { abandonOver, type Opening, type PageMessage, type SdkCall } from './wire.js';

/** How often a popup is looked at, in milliseconds. */
const POLL = 100;

/** A window to be shown. */
export interface Showing {
  readonly origin: string;
  readonly call: SdkCall;
  readonly opened: Extract<Opening, { readonly outcome: 'opened' }>;
  readonly blockedText: string;
}

/** Shows a page as an iframe, as a popup or instead of this page. Resolves to what the callback gets, or null when it is lost. */
export function showWindow(showing: Showing): Promise<PageMessage['callback']> {
  const { opened } = showing;
  if (opened.window === 'popup') return showPopup(showing);
  if (opened.window === 'iframe') return showFrame(showing);
  location.assign(opened.page);
  // The page is gone.
  return new Promise(() => undefined);
}

function listen({ origin, opened }: Showing, done: (callback: PageMessage['callback']) => void): () => void {
  const onMessage = (event: MessageEvent<unknown>): void => {
    if (event.origin !== origin || !isPageMessage(event.data) || event.data.imp_uid !== opened.imp_uid) return;
    done(event.data.callback);
  };
  window.addEventListener('message', onMessage);
  return () => {
    window.removeEventListener('message', onMessage);
  };
}

function isPageMessage(data: unknown): data is PageMessage {
  return typeof data === 'object' && data !== null && 'from' in data && data.from === 'iamport-sandbox';
}

function showFrame(showing: Showing): Promise<PageMessage['callback']> {
  const frame = document.createElement('iframe');
  frame.src = showing.opened.page;
  frame.title = "i'mport sandbox";
  frame.dataset.testid = 'iamport-sandbox-frame';
  frame.style.cssText = 'position:fixed;inset:0;width:100%;height:100%;border:0;z-index:2147483647;background:#0008';
  document.body.append(frame);
  return new Promise((resolve) => {
    const stop = listen(showing, (callback) => {
      stop();
      frame.remove();
      resolve(callback);
    });
  });
}

function showPopup(showing: Showing): Promise<PageMessage['callback']> {
  const popup = window.open(showing.opened.page, 'iamport-sandbox', 'popup,width=480,height=720');
  if (popup === null) {
    alert(showing.blockedText);
    return Promise.resolve(null);
  }
  return new Promise((resolve) => {
    const end = (callback: PageMessage['callback']): void => {
      clearInterval(timer);
      stop();
      popup.close();
      resolve(callback);
    };
    const stop = listen(showing, end);
    const timer = setInterval(() => {
      if (!popup.closed) return;
      clearInterval(timer);
      void abandonOver(showing.origin, showing.call, showing.opened.imp_uid).then(end);
    }, POLL);
  });
}
