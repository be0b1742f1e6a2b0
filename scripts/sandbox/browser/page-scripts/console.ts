import type { JournalEntry } from '../../server/journal.js';
import type { Overview } from '../../control/overview.js';

// Script of the console: shows the overview, and again whenever the journal says that something happened.

type Payment = Overview['merchants'][number]['payments'][number];

const find = (name: string): Element | null => document.querySelector(`[data-testid=${name}]`);
const fieldOf = (id: string): string => {
  const field = document.getElementById(id);
  return field instanceof HTMLInputElement || field instanceof HTMLSelectElement ? field.value : '';
};

function say(text: string): void {
  const status = find('status');
  if (status !== null) status.textContent = text;
}

async function post(route: string, body: Readonly<Record<string, unknown>>): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`/_sandbox/${route}`, { method: 'POST', headers, body: JSON.stringify(body) });
  const answer: unknown = await response.json();
  say(response.ok ? '' : JSON.stringify(answer));
  await refresh();
}

/** A row of a table. On a phone each cell shows the head of its column. */
function row(table: string, cells: readonly (string | Node)[]): HTMLTableRowElement {
  const heads = [...(find(table)?.querySelectorAll('th') ?? [])];
  const line = document.createElement('tr');
  cells.forEach((cell, index) => {
    const box = document.createElement('td');
    box.dataset.label = heads[index]?.textContent ?? '';
    box.append(cell);
    line.append(box);
  });
  return line;
}

function button(label: string, testId: string, onClick: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = label;
  made.dataset.testid = testId;
  made.addEventListener('click', onClick);
  return made;
}

const KOREA = 9 * 3_600_000;

/** A time in Korea. */
const koreanTime = (milliseconds: number): string =>
  new Date(milliseconds + KOREA).toISOString().replace('T', ' ').slice(0, 19);

function actionsOf(key: string, { imp_uid, status, pay_method: method }: Payment): Node {
  const box = document.createElement('div');
  box.className = 'actions';
  const act = (event: string): void => void post('trigger', { event, key, imp_uid });
  box.append(
    button('이력', `timeline-${imp_uid}`, () => {
      showTimeline(imp_uid);
    }),
  );
  if (status === 'paid')
    box.append(
      button('취소', `cancel-${imp_uid}`, () => {
        act('console.cancelled');
      }),
    );
  if (status === 'ready' && method === 'vbank')
    box.append(
      button('입금', `deposit-${imp_uid}`, () => {
        act('vbank.deposited');
      }),
    );
  return box;
}

const entries: JournalEntry[] = [];

function showTimeline(impUid: string): void {
  const lines = entries.filter(({ text, data }) => text.includes(impUid) || data.imp_uid === impUid);
  find('timeline')?.replaceChildren(...lines.map(lineOf));
}

function lineOf({ at, text }: JournalEntry): HTMLLIElement {
  const line = document.createElement('li');
  line.textContent = `${koreanTime(Date.parse(at)).slice(11)}  ${text}`;
  return line;
}

function fill(name: string, rows: readonly Node[]): void {
  (find(name)?.querySelector('tbody') ?? find(name))?.replaceChildren(...rows);
}

function fillOnce(name: string, values: readonly string[]): void {
  const select = find(name);
  if (select?.childElementCount !== 0) return;
  select.replaceChildren(...values.map((value) => new Option(value)));
}

async function refresh(): Promise<void> {
  // The sandbox's own route.
  const overview = (await (await fetch('/_sandbox/overview')).json()) as Overview;
  const clock = find('clock');
  if (clock !== null) clock.textContent = overview.now;
  const payments = overview.merchants.flatMap(({ key, payments: all }) => all.map((payment) => ({ key, payment })));
  fill(
    'payments',
    payments.map(({ key, payment }) => paymentRow(key, payment)),
  );
  fill('webhooks', overview.webhooks.map(webhookRow));
  fill(
    'faults',
    overview.faults.map(({ operation, kind, times }) => item(`${operation}: ${kind} × ${times}`)),
  );
  fillOnce('fault-kind', overview.faultKinds);
  fillOnce('event', overview.triggers);
}

function paymentRow(key: string, payment: Payment): Node {
  const { started_at = 0, imp_uid, merchant_uid, pay_method, amount, cancel_amount, currency, status } = payment;
  const money = (value: number): string => value.toLocaleString('en-US');
  const cancelled = cancel_amount > 0 ? ` (취소 ${money(cancel_amount)})` : '';
  const what = [imp_uid, merchant_uid, pay_method ?? '', `${money(amount)} ${currency}${cancelled}`, status];
  return row('payments', [koreanTime(started_at * 1000), key, ...what, actionsOf(key, payment)]);
}

function webhookRow({ id, at, imp_uid, body, url, state, status, ms, error }: Overview['webhooks'][number]): Node {
  const result = status === null ? `${state} ${error ?? ''}` : `${status} (${ms ?? 0} ms)`;
  const again = button('재발송', `resend-${id}`, () => void post('resend', { id }));
  const when = at === null ? '' : koreanTime(Date.parse(at));
  return row('webhooks', [when, imp_uid, String(body.event ?? body.status), url, result, again]);
}

function item(text: string): HTMLLIElement {
  const made = document.createElement('li');
  made.textContent = text;
  return made;
}

function onSubmit(id: string, work: () => Promise<void>): void {
  document.getElementById(id)?.addEventListener('submit', (event) => {
    event.preventDefault();
    void work();
  });
}

onSubmit('clock-form', () => post('clock', { advance: fieldOf('advance') }));
onSubmit('fault-form', () => post('faults', { operation: fieldOf('fault-operation'), kind: fieldOf('fault-kind') }));
onSubmit('trigger-form', () => post('trigger', { event: fieldOf('event') }));

new EventSource('/_sandbox/events').addEventListener('message', ({ data }: MessageEvent<string>) => {
  // The sandbox's own events.
  const entry = JSON.parse(data) as JournalEntry;
  entries.push(entry);
  find('log')?.prepend(lineOf(entry));
  void refresh();
});
void refresh();
