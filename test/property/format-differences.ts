/** Where a check means to say other than `ajv-formats`: a case that proves it, and all others of the kind. */
export interface Difference {
  readonly format: string;
  readonly reason: string;
  readonly value: string | number;
  /** What ours says of it; the other says the opposite. */
  readonly isValid: boolean;
  /** Whether a value, as text, differs for the same reason. */
  readonly isOfKind: (text: string) => boolean;
}

const hasImpossibleTime = (text: string): boolean => /(?:2[4-9]|[3-9]\d):\d\d:|:[6-9]\d:/.test(text);
const hasLongFraction = (text: string): boolean => /:(?:59|60)\.9{13}/.test(text);
const hasZeroInAddress = (text: string): boolean => /\[.*[:.]0\d+[^\]]*\.[^\]]*\]|\[.*\.0\d[^\]]*\]/s.test(text);

const TIME: Omit<Difference, 'format' | 'value'> = {
  reason: 'hours end at 23 and minutes at 59; it looks at them only where the second is no leap second',
  isValid: false,
  isOfKind: hasImpossibleTime,
};
const FRACTION: Omit<Difference, 'format' | 'value'> = {
  reason: 'a fraction stays below one however long it is; it rounds the second up to the next',
  isValid: true,
  isOfKind: hasLongFraction,
};
const SLASH: Omit<Difference, 'format' | 'value'> = {
  reason: 'RFC 3986 allows brackets in a host only, and a host comes after two slashes',
  isValid: false,
  isOfKind: (text) => /^(?:[a-z][a-z0-9+.-]*:)?\/(?!\/)[^?#]*\[/i.test(text),
};
const ZERO: Omit<Difference, 'format' | 'value'> = {
  reason: 'RFC 3986 has no leading zeros in the numbers of an IPv4 address, nor has its own `ipv6`',
  isValid: false,
  isOfKind: hasZeroInAddress,
};

const AUTHORITY: Omit<Difference, 'format' | 'value'> = {
  reason: 'RFC 3986 has one @ in front of a host and digits behind its colon; it takes the host for a path',
  isValid: false,
  isOfKind: (text) =>
    !/^(?:[^@]*@)?(?:\[.*\]|[^@:]*)(?::\d*)?$/.test(/^(?:[a-z][a-z0-9+.-]*:)?\/\/([^/?#]*)/i.exec(text)?.[1] ?? ''),
};

/** All of them. Each is a fault of `ajv-formats` 3.0.1 by the standard it names. */
export const DIFFERENCES: readonly Difference[] = [
  { ...TIME, format: 'time', value: '24:59:30+01:00' },
  { ...TIME, format: 'time', value: '23:60:00+00:01' },
  { ...TIME, format: 'date-time', value: '2024-02-29T24:59:30+01:00' },
  { ...FRACTION, format: 'time', value: '12:00:59.99999999999999999Z' },
  { ...FRACTION, format: 'date-time', value: '2024-02-29T12:00:59.99999999999999999Z' },
  {
    format: 'date-time',
    reason: 'RFC 3339 allows a space for the T, not a line break or another kind of space',
    value: '2024-02-29\n12:00:00Z',
    isValid: false,
    isOfKind: (text) => /^.{10}(?! )\s/s.test(text),
  },
  {
    format: 'byte',
    reason: 'RFC 4648 has no line breaks in base64; with its flag m, one good line makes any text valid',
    value: '<script>\n',
    isValid: false,
    isOfKind: (text) => /[\n\r\u2028\u2029]/.test(text),
  },
  { ...SLASH, format: 'uri', value: 'a:/[::1]' },
  { ...SLASH, format: 'uri-reference', value: '/[::1]' },
  { ...AUTHORITY, format: 'uri', value: 'http://host:port/' },
  { ...AUTHORITY, format: 'uri-reference', value: '//a@b@c' },
  {
    format: 'uri',
    reason: 'RFC 3986 allows an empty path, and RFC 6068 uses it',
    value: 'mailto:?to=name@example.com',
    isValid: true,
    isOfKind: (text) => /^[a-z][a-z0-9+.-]*:(?:[?#]|$)/i.test(text),
  },
  {
    format: 'uri-reference',
    reason: 'RFC 3986 has no colon in the first segment of a relative reference: it would end a scheme',
    value: '1:2',
    isValid: false,
    isOfKind: (text) => /^(?![a-z][a-z0-9+.-]*:)[^/?#]*:/i.test(text),
  },
  { ...ZERO, format: 'uri', value: 'http://[::01.2.3.4]/' },
  { ...ZERO, format: 'uri-reference', value: '//[::01.2.3.4]/' },
  {
    format: 'uri-reference',
    reason: 'RFC 3986 has no quotes; its `uri` refuses them too',
    value: 'a"b',
    isValid: false,
    isOfKind: (text) => text.includes('"'),
  },
  {
    format: 'uri-template',
    reason: 'RFC 6570, corrected by erratum 6937, allows an apostrophe in a literal',
    value: "it's",
    isValid: true,
    isOfKind: (text) => text.includes("'"),
  },
  {
    format: 'uri-template',
    reason: 'RFC 6570 allows dots inside the name of a variable',
    value: '{user.name}',
    isValid: true,
    isOfKind: (text) => /\{[^}]*\.[^}]*\}/.test(text),
  },
  {
    format: 'uri-template',
    reason: 'RFC 6570 has no control characters in literals, and DEL is one',
    value: '\u007f',
    isValid: false,
    isOfKind: (text) => text.includes('\u007f'),
  },
  {
    format: 'int64',
    reason: 'it takes every number without a fraction for one of 64 bits',
    value: 1e19,
    isValid: false,
    isOfKind: (text) => Math.abs(Number(text)) > 2 ** 63,
  },
];
