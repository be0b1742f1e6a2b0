// The playground page: a text, what is wrong with it, what its fields mean. Nothing leaves the page.
import { createPlayground } from './check.mjs';
import { readPasted } from './read-pasted.mjs';
import { MANIFEST, VALIDATORS } from './validators.generated.mjs';

const WORDS = {
  en: {
    input: 'JSON, a JavaScript object or a query string',
    schema: 'Schema',
    auto: 'recognise by shape',
    fix: 'Correct',
    redact: 'Replace real data',
    copyLink: 'Copy link to this schema',
    copied: 'Copied. The link carries the schema, never the data.',
    samples: 'Try',
    follows: (names) => `This is a ${names}.`,
    several: (names) => `It may be any of ${names}; checked against the first.`,
    unknown: 'The shape is not known. Choose a schema.',
    valid: 'Nothing is wrong with it.',
    problems: (count) => (count === 1 ? '1 problem' : `${count} problems`),
    error: 'error',
    warning: 'warning',
    fields: 'What the fields mean',
    field: 'field',
    meaning: 'meaning',
    line: (line) => `line ${line}`,
    excerpt: 'Lines around it',
    converted: 'Rewritten as JSON.',
  },
  ko: {
    input: 'JSON, 자바스크립트 객체 또는 쿼리 문자열',
    schema: '스키마',
    auto: '모양으로 알아내기',
    fix: '고치기',
    redact: '실제 정보 가리기',
    copyLink: '이 스키마의 링크 복사',
    copied: '복사했습니다. 링크에는 스키마만 있고 데이터는 없습니다.',
    samples: '예시',
    follows: (names) => `${names} 스키마로 검사했습니다.`,
    several: (names) => `${names} 가운데 하나입니다. 첫 번째로 검사했습니다.`,
    unknown: '모양으로는 알 수 없습니다. 스키마를 고르세요.',
    valid: '문제가 없습니다.',
    problems: (count) => `문제 ${count}건`,
    error: '오류',
    warning: '경고',
    fields: '필드 설명',
    field: '필드',
    meaning: '설명',
    line: (line) => `${line}번째 줄`,
    excerpt: '앞뒤 줄',
    converted: 'JSON으로 바꿨습니다.',
  },
};

const SAMPLES = {
  'IMP.request_pay': `{
  pg: 'kakaopay',
  merchant_uid: 'order-1',
  name: '당근 10kg',
  amount: '1004',
  buyer_tel: '010-1234-5678',
}`,
  webhook: `{
  "imp_uid": 448280090638,
  "merchant_uid": "order-1",
  "status": "paid"
}`,
  callback: `{
  "success": false,
  "imp_uid": "imp_448280090638",
  "merchant_uid": "order-1",
  "error_code": "F400",
  "error_msg": "사용자가 결제를 취소하셨습니다."
}`,
  redirect: 'imp_uid=imp_448280090638&merchant_uid=order-1&imp_success=true',
};

const root = document.getElementById('playground');
if (root) start(root);

async function start(place) {
  const language = place.dataset.lang === 'en' ? 'en' : 'ko';
  const words = WORDS[language];
  const base = place.dataset.base;
  const view = draw(place, words);
  const schemas = await (await fetch(`${base}playground/schemas.${language}.json`)).json();
  const playground = createPlayground({ manifest: MANIFEST, schemas, validators: VALIDATORS });
  for (const name of MANIFEST.schemas) view.schema.append(new Option(name, name));
  view.schema.value = schemaOfLink();
  if (view.schema.selectedIndex === -1) view.schema.value = '';
  let result = {};
  const run = () => {
    const pasted = readPasted(view.text.value);
    view.note.textContent = '';
    if (pasted.isConverted) {
      view.text.value = pasted.text;
      view.note.textContent = words.converted;
    }
    if (view.text.value.trim() === '') return show(view, {}, words, base, language);
    result = playground.check(view.text.value, view.schema.value, language);
    show(view, result, words, base, language);
  };
  view.text.addEventListener('input', run);
  view.schema.addEventListener('change', () => {
    history.replaceState(null, '', view.schema.value === '' ? location.pathname : `#schema=${view.schema.value}`);
    run();
  });
  view.fix.addEventListener('click', () => change(result.fixed));
  view.redact.addEventListener('click', () => change(result.redacted));
  view.copy.addEventListener('click', async () => {
    await navigator.clipboard.writeText(
      `${location.origin}${location.pathname}#schema=${view.schema.value || result.names?.[0] || ''}`,
    );
    view.note.textContent = words.copied;
  });
  for (const [name, text] of Object.entries(SAMPLES)) {
    const button = element('button', { type: 'button', textContent: name });
    button.addEventListener('click', () => {
      view.schema.value = '';
      change(text);
    });
    view.samples.append(button);
  }
  place.dataset.ready = 'true';
  run();

  function change(text) {
    if (text === undefined) return;
    view.text.value = text;
    run();
  }
}

function schemaOfLink() {
  return new URLSearchParams(location.hash.slice(1)).get('schema') ?? '';
}

function draw(place, words) {
  const text = element('textarea', { id: 'playground-text', rows: 14, spellcheck: false, autocomplete: 'off' });
  const schema = element('select', { id: 'playground-schema' });
  schema.append(new Option(words.auto, ''));
  const [fix, redact, copy] = [words.fix, words.redact, words.copyLink].map((label) =>
    element('button', { type: 'button', textContent: label }),
  );
  const samples = element('p', { className: 'samples', textContent: `${words.samples}: ` });
  const note = element('p', { className: 'note' });
  note.setAttribute('role', 'status');
  const verdict = element('p', { className: 'verdict' });
  verdict.setAttribute('role', 'status');
  const others = element('p', { className: 'others' });
  const findings = element('ol', { className: 'findings' });
  const fields = element('div', { className: 'fields' });
  const buttons = element('p', { className: 'buttons' });
  buttons.append(fix, redact, copy);
  const choice = element('p');
  choice.append(element('label', { htmlFor: schema.id, textContent: words.schema }), ' ', schema);
  place.replaceChildren(
    samples,
    element('label', { htmlFor: text.id, textContent: words.input }),
    text,
    choice,
    buttons,
    note,
    verdict,
    others,
    findings,
    fields,
  );
  return { text, schema, fix, redact, copy, samples, note, verdict, others, findings, fields };
}

function show(view, { names = [], findings = [], fields = [], fixed, redacted }, words, base, language) {
  const isEmpty = view.text.value.trim() === '';
  view.fix.disabled = fixed === undefined;
  view.redact.disabled = redacted === undefined;
  const list = names.join(', ');
  const which =
    names.length === 0
      ? findings.some(({ code }) => code === 'fixture/syntax')
        ? ''
        : words.unknown
      : names.length === 1
        ? words.follows(list)
        : words.several(list);
  const verdict = findings.length > 0 ? words.problems(findings.length) : names.length > 0 ? words.valid : '';
  view.verdict.textContent = isEmpty ? '' : [which, verdict].filter(Boolean).join(' ');
  view.others.replaceChildren(...(names.length < 2 ? [] : names.map((name) => chooser(view, name))));
  view.findings.replaceChildren(...findings.map((each) => findingElement(each, words, base, language)));
  view.fields.replaceChildren(...(fields.length === 0 ? [] : fieldElements(fields, words)));
}

/** Chooses one of several schemas that fit. */
function chooser(view, name) {
  const button = element('button', { type: 'button', textContent: name });
  button.addEventListener('click', () => {
    view.schema.value = name;
    view.schema.dispatchEvent(new Event('change'));
  });
  return button;
}

function findingElement({ code, severity, line, column, length, message, hint, excerpt }, words, base, language) {
  const item = element('li', { className: severity });
  const link = element('a', {
    href: `${base}${language === 'en' ? 'en/' : ''}reference/findings/${code}/`,
    textContent: code,
  });
  const head = element('p');
  head.append(element('strong', { textContent: words[severity] }), ` ${words.line(line)} `, link);
  item.append(head, element('p', { textContent: message, className: 'message' }));
  if (excerpt) {
    const lines = excerpt.lines.flatMap((text, index) => {
      const number = excerpt.firstLine + index;
      const shownLine = `${String(number).padStart(4)} | ${text}`;
      if (number !== line) return [shownLine];
      const indent = ' '.repeat(Math.max(0, column - (excerpt.firstColumn ?? 1)));
      return [shownLine, `     | ${indent}${'^'.repeat(Math.max(1, Math.min(length, text.length - indent.length)))}`];
    });
    const pre = element('pre', { textContent: lines.join('\n'), tabIndex: 0 });
    pre.setAttribute('aria-label', words.excerpt);
    item.append(pre);
  }
  if (hint) item.append(element('p', { textContent: `→ ${hint}`, className: 'hint' }));
  return item;
}

function fieldElements(fields, words) {
  const table = element('table');
  const head = table.createTHead().insertRow();
  for (const title of [words.field, words.meaning]) head.append(element('th', { scope: 'col', textContent: title }));
  const body = table.createTBody();
  for (const { path, description } of fields) {
    const row = body.insertRow();
    row.insertCell().append(element('code', { textContent: path }));
    row.insertCell().textContent = description.replaceAll('`', '');
  }
  return [element('h2', { textContent: words.fields }), table];
}

function element(name, properties = {}) {
  return Object.assign(document.createElement(name), properties);
}
