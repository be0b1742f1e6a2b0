// Reserved words, and the names of TypeScript's own types. Words like `get` and `type` are fine as identifiers.
const RESERVED = new Set(
  (
    'any arguments await bigint boolean break case catch class const constructor continue debugger default delete do else enum ' +
    'eval export extends false finally for function if implements import in instanceof interface let never new null number ' +
    'object package private protected public return static string super switch symbol this throw true try typeof ' +
    'undefined unknown var void while with yield'
  ).split(' '),
);

/** In bytes of UTF-8. */
const LONGEST_NAME = 180;

/** Turns text into a PascalCase identifier: `pay_method` → `PayMethod`. Letters of any script are kept. */
export function pascalCase(text: string): string {
  const joined = words(text)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
  return validIdentifier(joined);
}

/** Turns text into a camelCase identifier: `billing-keys` → `billingKeys`. */
export function camelCase(text: string): string {
  const pascal = words(text)
    .map((word, index) => (index === 0 ? word.charAt(0).toLowerCase() : word.charAt(0).toUpperCase()) + word.slice(1))
    .join('');
  return validIdentifier(pascal);
}

/** Turns text into the name of a method: `billing-keys` → `billingKeys`. Unlike a variable it may be a reserved word, but not `constructor`. */
export function methodName(text: string): string {
  const name = camelCase(text);
  const isOnlyReserved = name.startsWith('_') && RESERVED.has(name.slice(1)) && name !== '_constructor';
  return isOnlyReserved ? name.slice(1) : name;
}

/** Turns a PascalCase name into the name of its list: `PayMethod` → `PAY_METHODS`. */
export function listName(name: string): string {
  const upper = name
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1_$2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1_$2')
    .toUpperCase();
  if (/[^AEIOU]Y$/.test(upper)) return `${upper.slice(0, -1)}IES`;
  return /(S|X|CH|SH)$/.test(upper) ? `${upper}ES` : `${upper}S`;
}

/** Makes unique identifiers; case is ignored, because some file systems ignore it. */
export function createNamer(): (wanted: string) => string {
  const taken = new Set<string>();
  return (wanted) => {
    let name = wanted;
    for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${wanted}_${count}`;
    taken.add(name.toLowerCase());
    return name;
  };
}

/** Where an operation is in the client: `x-resource-method: payments.list`, or the tag and the operation's own name. */
export function resourceOf(
  named: unknown,
  tag: string | undefined,
  id: string,
): { readonly resource: string; readonly resourceMethod: string } {
  const [resource, method] = typeof named === 'string' ? named.split('.') : [];
  return { resource: camelCase(resource ?? tag ?? 'api'), resourceMethod: methodName(method ?? id) };
}

function words(text: string): string[] {
  return text.normalize('NFC').match(/[\p{L}\p{N}$]+/gu) ?? [];
}

function validIdentifier(text: string): string {
  const cleaned = text.replace(/[^\p{ID_Continue}$]/gu, '');
  const short = shorten(cleaned);
  if (short === '') return '_';
  return /^[\p{ID_Start}$]/u.test(short) && !RESERVED.has(short) ? short : `_${short}`;
}

/** Names become names of files, of which most file systems take 255 bytes; a suffix must still fit. */
function shorten(name: string): string {
  let end = name.length;
  while (new TextEncoder().encode(name.slice(0, end)).length > LONGEST_NAME) end -= 1;
  return name.slice(0, end).replace(/\p{Surrogate}$/u, '');
}
