// What the playground page finds out about a text. It runs the toolkit's own layers; nothing here asks a server.
import { createRecogniserOf } from '../../../dist/validate/recognise.js';
import { checkDocument } from '../../../dist/validate/check-document.js';
import { createRules } from '../../../dist/validate/schema-rules.js';
import { fitsFormat } from '../../../dist/json/formats/format-table.js';
import { appliedSchemas } from '../../../dist/evaluate/applied-schemas.js';
import { parseJson } from '../../../dist/source/parse-json.js';
import { applyEdits } from '../../../dist/source/text-edit.js';
import { brokenSecretFindings, secretFindings } from '../../../dist/secrets/secret-findings.js';
import { sensitiveSpans } from '../../../dist/secrets/sensitive.js';
import { maskText } from '../../../dist/secrets/mask.js';
import { excerptsOf } from '../../../dist/report/excerpt.js';
import { hintOf, messageOf } from '../../../dist/messages/texts.js';
import { sortDiagnostics } from '../../../dist/messages/diagnostic.js';
import { fixesOf } from '../../../dist/fix/plan-fixes.js';
import { redactionsOf } from '../../../dist/fix/plan-redaction.js';
import { createPseudonymizer } from '../../../dist/fix/fakes.js';

/** Name that findings have; the page never shows it. */
const FILE = 'playground.json';

/**
 * Prepares the checks.
 *
 * @param {{ manifest: object, schemas: Record<string, object>, validators: Record<string, (value: unknown) => object> }} data
 */
export function createPlayground({ manifest, schemas, validators }) {
  const definitions = Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, schema]));
  const whole = new Map();
  const readSchema = (name) => {
    if (!whole.has(name)) whole.set(name, { ...schemas[name], $defs: definitions });
    return whole.get(name);
  };
  const recognise = createRecogniserOf(manifest, readSchema);
  const rules = new Map();
  const rulesOf = (name) => {
    if (rules.has(name)) return rules.get(name);
    const validate = validators[name];
    const made = createRules(
      name,
      { check: (value) => validate(value).issues ?? [], hasFormat: fitsFormat, readSchema },
      readSchema(name),
    );
    rules.set(name, made);
    return made;
  };
  return { check: (text, wanted, language) => check({ text, wanted, language, recognise, rulesOf }) };
}

function check({ text, wanted, language, recognise, rulesOf }) {
  const read = parseJson({ file: FILE, text, firstLine: 1 });
  if (!read.ok) {
    const found = [read.diagnostic, ...brokenSecretFindings(FILE, read.broken)];
    const source = { text, firstLine: 1 };
    return { names: [], findings: found.map((each) => shown(each, { source, spans: [], language })), fields: [] };
  }
  const { document } = read;
  const names = wanted === '' ? inOrder(recognise(document.value)) : [wanted];
  if (names.length === 0) {
    const found = secretFindings(document);
    const spans = sensitiveSpans(document);
    return {
      names,
      findings: found.map((each) => shown(each, { source: document, spans, language })),
      fields: [],
      redacted: redacted(document, undefined),
    };
  }
  const rules = rulesOf(names[0]);
  const found = sortDiagnostics([...checkDocument(document, rules), ...secretFindings(document, () => rules.schema)]);
  const spans = sensitiveSpans(document, rules.schema);
  return {
    names,
    findings: found.map((each) => shown(each, { source: document, spans, language })),
    fields: fieldsOf(document.value, rules),
    fixed: fixed(document, rules.schema, found),
    redacted: redacted(document, rules.schema),
  };
}

/** What people have before them most often comes first. */
const USUAL = ['PaymentWebhook', 'PaymentCallback', 'PaymentRedirect', 'PaymentRequest', 'PaymentResult'];

function inOrder(names) {
  const rank = (name) => (USUAL.includes(name) ? USUAL.indexOf(name) : USUAL.length);
  return [...names].sort((a, b) => rank(a) - rank(b));
}

/** The words of the commands, masked like theirs. */
function shown(diagnostic, { source, spans, language }) {
  const { code, severity, at } = diagnostic;
  return {
    code,
    severity,
    line: at.line,
    column: at.column,
    length: at.length ?? 1,
    message: maskText(messageOf(diagnostic, language)),
    hint: maskText(hintOf(diagnostic, language)),
    excerpt: excerptsOf(source, () => spans)(at),
  };
}

/** The text with everything corrected that has one answer; undefined when nothing has. */
function fixed(document, schema, found) {
  const edits = found.flatMap((diagnostic) => fixesOf(diagnostic, { document, schema }));
  return changed(document.text, edits);
}

/** The text with made-up values of the same shape in place of real ones; undefined when there are none. */
function redacted(document, schema) {
  const pseudonymize = createPseudonymizer((fake) => document.text.includes(fake));
  return changed(document.text, redactionsOf(document, schema, pseudonymize));
}

function changed(text, edits) {
  const sorted = [...edits].sort((a, b) => a.offset - b.offset);
  const apart = sorted.filter(
    (edit, index) => index === 0 || edit.offset >= sorted[index - 1].offset + sorted[index - 1].length,
  );
  const after = apart.length === 0 ? text : applyEdits(text, apart);
  return after === text ? undefined : after;
}

/** Every property of the value with what the schema says of it: `{ path, description }`. */
function fieldsOf(value, { schema, explainer }) {
  const fields = [];
  const visit = (part, schemas, path) => {
    if (part === null || typeof part !== 'object' || fields.length > 300) return;
    const all = schemas.flatMap((each) => appliedSchemas(each, { value: part, pointer: '', depth: 0 }, explainer));
    const entries = Array.isArray(part) ? part.slice(0, 1).map((each) => ['[]', each]) : Object.entries(part);
    for (const [name, each] of entries) {
      const own =
        name === '[]'
          ? all.flatMap(({ items }) => (items ? [items] : []))
          : all.flatMap(({ properties }) => (properties && Object.hasOwn(properties, name) ? [properties[name]] : []));
      const at = name === '[]' ? `${path}[]` : path === '' ? name : `${path}.${name}`;
      const description = own
        .flatMap((one) => appliedSchemas(one, { value: each, pointer: '', depth: 0 }, explainer))
        .concat(own)
        .map((one) => one.description)
        .find(Boolean);
      if (name !== '[]') fields.push({ path: at, description: description ?? '' });
      visit(each, own, at);
    }
  };
  visit(value, [schema], '');
  return fields;
}
