/** Cases whose result differs from the suite's on purpose. */
export interface Difference {
  /** The file; with ` > `, the group, and the case. */
  readonly where: string;
  /** `accepts` what the suite calls invalid, or `refuses` what it calls valid. */
  readonly does: 'accepts' | 'refuses';
  readonly because: string;
}

/** Schemas that `generate` refuses on purpose. */
export interface Refusal {
  /** The code of the finding, or of the error. */
  readonly code: string;
  /** What the JSON of such a schema contains. */
  readonly contains: RegExp;
  readonly because: string;
}

/** A schema is refused for one of these reasons and for no other. */
export const REFUSALS: readonly Refusal[] = [
  {
    code: 'reference-is-pointer',
    contains: /"\$ref":"[^"]*#[^/"]/,
    because: 'a reference is a JSON Pointer: OpenAPI tools do not know anchors',
  },
  {
    code: 'no-dynamic-reference',
    contains: /"\$dynamicRef"/,
    because: 'what a dynamic reference means depends on the caller, which no type expresses',
  },
  {
    code: 'no-unresolved-refs',
    contains: /"\$ref":"(?!#[/"])/,
    because: 'neither $id nor an anchor changes where references lead, and other hosts are not followed',
  },
  {
    code: 'no-unresolved-refs',
    contains: /"\$ref":"#[^"]*\/\//,
    because: 'a definition without a name cannot be named in TypeScript',
  },
  { code: 'enum-has-members', contains: /"enum":\[\]/, because: 'no value is valid: a mistake in an API' },
  { code: 'key-unsupported', contains: /"__proto__":/, because: 'too dangerous in the objects of JavaScript' },
];

const NOT_CHECKED = 'a format that is not checked';
const AJV = 'Ajv, which compiles the validators, counts other items and properties as evaluated';

const ADDRESSES = [
  'a quoted string with a space in the local part is valid',
  'a quoted string with a double dot in the local part is valid',
  'a quoted string with a @ in the local part is valid',
  'an IPv4-address-literal after the @ is valid',
  'an IPv6-address-literal after the @ is valid',
];

const EVALUATED: readonly [where: string, ...does: Difference['does'][]][] = [
  ['unevaluatedItems.json > unevaluatedItems with nested items', 'refuses', 'accepts'],
  ['unevaluatedItems.json > unevaluatedItems depends on adjacent contains', 'accepts'],
  ['unevaluatedItems.json > unevaluatedItems depends on multiple nested contains', 'accepts'],
  ['unevaluatedItems.json > unevaluatedItems and contains interact to control item dependency relationship', 'accepts'],
  ['unevaluatedItems.json > unevaluatedItems with minContains = 0', 'refuses'],
  ['unevaluatedItems.json > unevaluatedItems can see annotations from if without then and else', 'refuses'],
  ['unevaluatedProperties.json > unevaluatedProperties with if/then/else, then not defined', 'refuses', 'accepts'],
  ['unevaluatedProperties.json > unevaluatedProperties can see annotations from if without then and else', 'refuses'],
];

/** The cases whose result differs. A difference that is gone fails the test. */
export const DIFFERENCES: readonly Difference[] = [
  ...['ecmascript-regex', 'idn-email', 'idn-hostname', 'iri', 'iri-reference', 'regex'].map((format): Difference => ({
    where: `optional/format/${format}.json`,
    does: 'accepts',
    because: NOT_CHECKED,
  })),
  {
    where: 'optional/ecmascript-regex.json > ECMA 262 regex non-compliance',
    does: 'accepts',
    because: NOT_CHECKED,
  },
  { where: 'optional/content.json', does: 'accepts', because: 'an annotation since draft 2019-09' },
  { where: 'format.json', does: 'refuses', because: 'formats are checked, as README says' },
  {
    where: 'optional/format/hostname.json > validation of A-label (punycode) host names',
    does: 'accepts',
    because: 'labels of other scripts are not decoded',
  },
  {
    where: 'optional/format/hostname.json > validation of host names > trailing dot',
    does: 'accepts',
    because: 'the fully qualified form, as RFC 1034 writes it',
  },
  {
    where:
      'optional/format/date-time.json > validation of date-time strings > a numeric offset without minutes is invalid',
    does: 'accepts',
    because: 'PostgreSQL and others write +09',
  },
  {
    where: 'optional/format/duration.json',
    does: 'accepts',
    because: 'ISO 8601 allows a unit between others to be left out',
  },
  ...ADDRESSES.map((which): Difference => ({
    where: `optional/format/email.json > validation of e-mail addresses > ${which}`,
    does: 'refuses',
    because: 'RFC 5321 allows it, forms and gateways do not',
  })),
  {
    where: 'optional/format/uuid.json > uuid format > URN prefixed UUID is invalid',
    does: 'accepts',
    because: 'as ajv-formats does: RFC 4122 writes UUIDs so',
  },
  {
    where: 'optional/dependencies-compatibility.json',
    does: 'accepts',
    because: 'dependencies is not a keyword of draft 2020-12: dependentRequired and dependentSchemas are',
  },
  { where: 'optional/float-overflow.json', does: 'refuses', because: 'no number of JavaScript is as large' },
  { where: 'vocabulary.json', does: 'refuses', because: 'OpenAPI knows one dialect; $schema does not change it' },
  ...EVALUATED.flatMap(([where, ...does]): Difference[] => does.map((each) => ({ where, does: each, because: AJV }))),
];
