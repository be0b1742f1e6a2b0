import { valueAt } from '../../json/pointer.js';
import { isObject } from '../../json/schema.js';

/** A call of another validator, and what is done with its errors. */
const CALL =
  /if\(!\((validate[^(]*)\((.+), \{instancePath(?::(.+?))?,parentData(?::.+?)?,parentDataProperty(?::.+?)?,rootData,dynamicAnchors\}\)\)\)\{\nvErrors = vErrors === null \? \1\.errors : vErrors\.concat\(\1\.errors\);/g;

/** Takes over what another validator has seen. */
const TAKE_OVER = /^var (props\d+) = (\w+\.evaluated\.props);$/gm;

/** A value of the wrong type. */
const WRONG_TYPE = /^vErrors = addIssue\(vErrors, (.*), "type", (\{type: (?:"\w+"|\[[\w",]+\])\})\);$/gm;

/** How Ajv checks for an integer; `Number.isInteger` is shorter. */
const INTEGER = /\(typeof (data\d*) == "number"\) && \(!\(\1 % 1\) && !isNaN\(\1\)\)/g;

/** A check of a value that may be null. Null comes first, because most such values are null. */
const OR_NULL = /^if\(\((.+)\) && \((data\d*) !== null\)\)\{$/gm;

/** How Ajv checks for an object. V8 checks the type faster than whether the value is falsy. */
const OBJECT = /\b(data\d*) && typeof \1 == "object"/g;

/** The check that follows for a string that may be null; other types were reported before. */
const TEXT_OR_NULL =
  /^(if\(\((data\d*) !== null\) && \(typeof \2 !== "string"\)\)\{\nvErrors = .*;\n\}\n)if\(typeof \2 === "string"\)\{$/gm;

/** How a validator ends. Errors are read only when there are any, and writing them takes longer than checking for them. */
const VERDICT = /^(validate\d+\.errors = vErrors;\n)return vErrors === null;$/gm;

/** How Ajv begins a function after its name. */
const AJV_HEAD = '(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){';

/** How a validator begins after its name, in either language. */
const OUR_HEADS = { TypeScript: '(data: any): boolean {', JavaScript: '(data){' };

/** The language of a validator: TypeScript to be written, JavaScript to be run at once. */
export type CodeLanguage = keyof typeof OUR_HEADS;

/**
 * Makes Ajv's code shorter, and faster, without changing what it does: paths are built only for errors, and schemas are no
 * longer included to be read at run time.
 *
 * @throws {Error} when Ajv has written a function or a call in a form this does not know: a newer Ajv, so our own bug.
 */
export function compact(code: string, language: CodeLanguage): string {
  const shorter = code
    .replace(CALL, (...[, callee = '', value = '', path]: (string | undefined)[]) => {
      return `if(!${callee}(${value})){\nvErrors = addIssues(vErrors, ${ownPath(path)}, ${callee}.errors);`;
    })
    // Ajv would write into the object of the other validator, and the properties of one value would count for later ones.
    .replace(TAKE_OVER, 'var $1 = typeof $2 === "object" ? { ...$2 } : $2;')
    .replace(INTEGER, 'Number.isInteger($1)')
    .replace(OR_NULL, 'if(($2 !== null) && ($1)){')
    .replace(OBJECT, 'typeof $1 == "object" && $1 !== null')
    .replaceAll(AJV_HEAD, OUR_HEADS[language]);
  if (/,rootData,dynamicAnchors\}/.test(shorter)) throw new Error('Ajv wrote a call in an unknown form');
  for (const [, head] of shorter.matchAll(/^function \w+(.*)$/gm))
    if (head !== OUR_HEADS[language]) throw new Error('Ajv wrote a function in an unknown form');
  return nameWrongTypes(dropCounter(dropSchemas(shorter)).replace(TEXT_OR_NULL, '$1else if($2 !== null){'));
}

/** Writes a wrong type that comes again and again only once, as a function such as `notStringOrNull`: V8 runs the shorter code faster. */
function nameWrongTypes(code: string): string {
  const counts = new Map<string, number>();
  for (const [, , params = ''] of code.matchAll(WRONG_TYPE)) counts.set(params, (counts.get(params) ?? 0) + 1);
  const repeated = [...counts.keys()].filter((params) => (counts.get(params) ?? 0) > 2);
  const functions = repeated.map(
    (params) => `const ${wrongType(params)} = (issues, path) => addIssue(issues, path, "type", ${params});\n`,
  );
  return (
    functions.join('') +
    code.replace(WRONG_TYPE, (line, path: string, params: string) =>
      repeated.includes(params) ? `vErrors = ${wrongType(params)}(vErrors, ${path});` : line,
    )
  );
}

/** `{type: ["string","null"]}` → `notStringOrNull`. */
function wrongType(params: string): string {
  const types = [...params.matchAll(/"(\w)(\w*)"/g)].map(([, first = '', rest = '']) => first.toUpperCase() + rest);
  return `not${types.join('Or')}`;
}

/** A validator knows the location of an error inside its own value only; its caller prepends its own location. */
function ownPath(path = 'instancePath'): string {
  return path === 'instancePath' ? '""' : path.replace(/^instancePath\s*\+\s*/, '');
}

/** Inlines the values that are read from a schema, and removes the schema when no read is left. */
function dropSchemas(code: string): string {
  return [...code.matchAll(/^const (schema\d+) = (.*);\n?/gm)].reduce((text, [line, name = '', json = '']) => {
    const schema: unknown = JSON.parse(json);
    const inlined = text.replace(
      new RegExp(`\\b${name}((?:\\.\\w+|\\[\\d+\\]|\\["(?:[^"\\\\]|\\\\.)*"\\])+)`, 'g'),
      (access, path: string) => {
        const value = read(schema, path);
        return value === undefined || isObject(value) ? access : JSON.stringify(value);
      },
    );
    const isRead = (inlined.match(new RegExp(`\\b${name}\\b`, 'g')) ?? []).length > 1;
    return isRead ? inlined : inlined.replace(line, '');
  }, code);
}

function read(schema: unknown, path: string): unknown {
  const keys = [...path.matchAll(/\.(\w+)|\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]/g)].map(
    ([, bare, index, quoted]) => bare ?? index ?? String(JSON.parse(`"${quoted ?? ''}"`)),
  );
  return valueAt(schema, keys);
}

/** The number of errors is only needed to undo some of them; a validator that never does can test whether there are any. */
function dropCounter(code: string): string {
  if (/_errs\d/.test(code)) return code;
  return code
    .replace(/^let errors = 0;\n/gm, '')
    .replace(/^errors\+\+;\n/gm, '')
    .replace(/^errors = vErrors\.length;\n/gm, '')
    .replace(/^return errors === 0;$/gm, 'return vErrors === null;')
    .replace(VERDICT, 'if(vErrors === null){\nreturn true;\n}\n$1return false;');
}

/** The functions of `validators/runtime.js` that code made by `compact` calls. */
export function helpersIn(code: string): string[] {
  return ['addIssue', 'addIssues', 'isLonger', 'isShorter'].filter((helper) => code.includes(` ${helper}(`));
}
