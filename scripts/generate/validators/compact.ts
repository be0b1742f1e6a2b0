import { isObject } from '../../json/schema.js';

/** The code of one Ajv error in "all errors" mode, as `lines: true` prints it. */
const ERROR =
  /const (err\d+) = \{instancePath(?::(.+?))?,schemaPath:"(?:[^"\\]|\\.)*",keyword:"([\w ]+)",params:(\{[^]*?\})(?:,propertyName:\w+)?\};\nif\(vErrors === null\)\{\nvErrors = \[\1\];\n\}\nelse \{\nvErrors\.push\(\1\);\n\}/g;

/** A call of another validator, and what is done with its errors. */
const CALL =
  /if\(!\((validate[^(]*)\((.+), \{instancePath(?::(.+?))?,parentData(?::.+?)?,parentDataProperty(?::.+?)?,rootData,dynamicAnchors\}\)\)\)\{\nvErrors = vErrors === null \? \1\.errors : vErrors\.concat\(\1\.errors\);/g;

/** Takes over what another validator has seen. */
const TAKE_OVER = /^var (props\d+) = (\w+\.evaluated\.props);$/gm;

/** The parameters of an error that depend only on the schema. */
const PARAMETERS = /^vErrors = addIssue\(.*", (\{type: (?:"\w+"|\[[\w",]+\])\})\);$/gm;

/** How Ajv checks for an integer; `Number.isInteger` is shorter. */
const INTEGER = /\(typeof (data\d*) == "number"\) && \(!\(\1 % 1\) && !isNaN\(\1\)\)/g;

/** The check that follows for a string that may be null; other types were reported before. */
const TEXT_OR_NULL =
  /^(if\(\(typeof (data\d*) !== "string"\) && \(\2 !== null\)\)\{\nvErrors = .*;\n\}\n)if\(typeof \2 === "string"\)\{$/gm;

const SIGNATURE = 'data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}';

/**
 * Makes Ajv's code less than half as long, and faster, without changing what it does: an error becomes one call (messages
 * are made from keyword and parameters on demand), paths are built only for errors, and
 * schemas are no longer included to be read at run time.
 *
 * @throws {Error} when Ajv has written a function, a call or an error in a form this does not know: a newer Ajv, so our own bug.
 */
export function compact(code: string, use: UseRuntime): string {
  const shorter = code
    .replace(ERROR, (...[, , path, keyword = '', params = '']: (string | undefined)[]) => {
      return `vErrors = ${use('addIssue')}(vErrors, ${ownPath(path)}, "${keyword}", ${params});`;
    })
    .replace(CALL, (...[, callee = '', value = '', path]: (string | undefined)[]) => {
      return `if(!${callee}(${value})){\nvErrors = ${use('addIssues')}(vErrors, ${ownPath(path)}, ${callee}.errors);`;
    })
    // Ajv would write into the object of the other validator, and the properties of one value would count for later ones.
    .replace(TAKE_OVER, 'var $1 = typeof $2 === "object" ? { ...$2 } : $2;')
    .replace(INTEGER, 'Number.isInteger($1)')
    .replaceAll(SIGNATURE, 'data');
  if (/,rootData,dynamicAnchors\}/.test(shorter)) throw new Error('Ajv wrote a call in an unknown form');
  // The emitter adds types to this form.
  if (/^function \w+\((?!data\)\{$)/m.test(shorter)) throw new Error('Ajv wrote a function in an unknown form');
  if (/^const err\d+ = \{instancePath/m.test(shorter)) throw new Error('Ajv wrote an error in an unknown form');
  return hoistParameters(dropCounter(dropSchemas(shorter)).replace(TEXT_OR_NULL, '$1else if($2 !== null){'));
}

/** Writes parameters that come again and again, such as `{type: ["string","null"]}`, only once. */
function hoistParameters(code: string): string {
  const counts = new Map<string, number>();
  for (const [, params = ''] of code.matchAll(PARAMETERS)) counts.set(params, (counts.get(params) ?? 0) + 1);
  const repeated = [...counts].filter(([, count]) => count > 2).map(([params]) => params);
  const constants = repeated.map((params, index) => `const params${index} = ${params};\n`).join('');
  return (
    constants +
    code.replace(PARAMETERS, (line, params: string) => {
      const index = repeated.indexOf(params);
      return index === -1 ? line : line.replace(`, ${params});`, () => `, params${index});`);
    })
  );
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
      new RegExp(`\\b${name}((?:\\.\\w+|\\["(?:[^"\\\\]|\\\\.)*"\\])+)`, 'g'),
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
  const keys = [...path.matchAll(/\.(\w+)|\["((?:[^"\\]|\\.)*)"\]/g)].map(
    ([, bare, quoted]) => bare ?? String(JSON.parse(`"${quoted ?? ''}"`)),
  );
  return keys.reduce<unknown>((node, key) => {
    if (Array.isArray(node)) return node[Number(key)];
    return isObject(node) && Object.hasOwn(node, key) ? node[key] : undefined;
  }, schema);
}

/** The number of errors is only needed to undo some of them; a validator that never does can test whether there are any. */
function dropCounter(code: string): string {
  if (/_errs\d/.test(code)) return code;
  return code
    .replace(/^let errors = 0;\n/gm, '')
    .replace(/^errors\+\+;\n/gm, '')
    .replace(/^errors = vErrors\.length;\n/gm, '')
    .replace(/^return errors === 0;$/gm, 'return vErrors === null;');
}

/** Functions of `validators/runtime.js` that validators may call. */
export type RuntimeFunction = 'addIssue' | 'addIssues' | 'check' | 'isLonger' | 'isShorter' | 'equal';

/** Notes that a validator calls one of them, and gives the name to call it by. */
export type UseRuntime = (name: RuntimeFunction) => string;
