/** What texts of a format are made of: whole ones, and pieces to break or build them with. */
export interface Samples {
  readonly valid: readonly string[];
  readonly pieces: readonly string[];
}

const ANY = [
  '',
  ' ',
  '\n',
  'é',
  '가',
  '😀',
  '\ud83d',
  '\u0000',
  '\u2028',
  'K',
  'ı',
  'ſ',
  '0',
  'a',
  'Z',
  '-',
  '.',
  ':',
  '/',
];
const DIGITS = ['0', '1', '2', '3', '5', '9', '00', '23', '24', '29', '30', '59', '60', '12'];
const IPV4 = ['192.0.2.1', '0.0.0.0', '255.255.255.255', '1.2.3.4'];
const IPV6 = [
  ...['::', '::1', '1::', '2001:db8::1', '1:2:3:4:5:6:7:8', '1:2:3:4:5:6:7::', '::2:3:4:5:6:7:8', 'ABCD::ef01'],
  ...['::ffff:192.0.2.1', '1:2:3:4:5:6:1.2.3.4', '1::5:255.0.0.1', '1:2:3:4:5::1.2.3.4', '::2:3:4:5:6:1.2.3.4'],
];
const TIMES = [
  ...['09:30:00Z', '00:00:00z', '23:59:59.999+00:00', '12:00:00-0930', '12:00:00+09', '23:59:60Z', '08:59:60+09:00'],
  ...['15:59:60-08:00', '00:29:60.5+0030', '23:29:60-00:30'],
];
const DATES = ['2024-02-29', '2023-12-31', '0000-01-01', '9999-11-30', '2000-02-29', '1900-02-28', '2023-08-31'];
const URIS = [
  ...['https://example.com/a/b?c=d&e#f', 'urn:isbn:123', 'mailto:a@b.c', 'a:/b', 'a://', 'a:///b', 'x+y-1.z:/?#'],
  ...['http://user:pw@host:80/%41', 'ftp://[::1]:21/', 'a://[v1.x:y]', 'http://[1::2:192.0.2.1]/', 'a:b:c//d', 'A:%0a'],
];
const URI_PIECES = [
  ...[
    "!$&'()*+,;=",
    '-._~',
    '%41',
    '%',
    '%4',
    '%zz',
    '@',
    '[',
    ']',
    '[::1]',
    '[v1.a]',
    '[v.a]',
    '[V1f.%41]',
    '//',
    '?',
    '#',
  ],
  ...['"', '<', '>', '\\', '^', '`', '{', '|', '}', '://', 'http:', ':80', 'host', '[::01.2.3.4]'],
];

/** Of every format of texts. */
export const FORMAT_SAMPLES: Readonly<Record<string, Samples>> = {
  date: { valid: DATES, pieces: [...DIGITS, '-', '-02-29', '-02-30', '-04-31', '1900', '2000'] },
  time: {
    valid: TIMES,
    pieces: [...DIGITS, ':', '.', '.5', '+', '-', 'z', 'Z', '+09:00', '-2400', '99999999999999999'],
  },
  'date-time': {
    valid: DATES.flatMap((date) => [`${date}T09:30:00Z`, `${date}t23:59:60.25+00`, `${date} 08:59:60+09:00`]),
    pieces: [...DIGITS, 'T', 't', ' ', '\t', '\u00a0', ':', '.', '+', '-', 'Z'],
  },
  duration: {
    valid: ['P1Y2M3DT4H5M6S', 'P1W', 'PT0S', 'P3D', 'PT36H', 'P10M', 'P1YT1S', 'P1Y1D', 'P99999W'],
    pieces: ['P', 'T', 'Y', 'M', 'D', 'H', 'S', 'W', '1', '23', '.5', 'p', '1M', '1D', 'T1H'],
  },
  email: {
    valid: ['name@example.com', "a.b!#$%&'*+/=?^_`{|}~-c@d-e.f9", 'A@B.C', '1@2.3', 'a@b.c.d.e', '-@x--y.zz'],
    pieces: ['@', '.', '..', '-', 'a', '9', 'a@', '@b.c', '"', '(', ',', '+', '_', '`', '{'],
  },
  hostname: {
    valid: [
      'a',
      'example.com',
      'a-b.c9.',
      '1.2',
      'x'.repeat(63),
      `${'y'.repeat(63)}.`.repeat(3) + 'z'.repeat(61),
      'A--B',
    ],
    pieces: ['.', '..', '-', 'a', '_', '9', 'x'.repeat(30), 'y'.repeat(62), '.z', '-.'],
  },
  ipv4: { valid: IPV4, pieces: [...DIGITS, '.', '255', '256', '199', '01', '1.', '.1'] },
  ipv6: {
    valid: IPV6,
    pieces: [':', '::', '0', '1', 'f', 'F', 'abcd', '12345', 'g', '%', '.', '1.2.3.4', ':1', '256', '01'],
  },
  uri: { valid: URIS, pieces: URI_PIECES },
  'uri-reference': {
    valid: [...URIS, '', '/', '//host', 'a/b', '?q', '#f', '..', './a:b', '//[::1]/x', '@b'],
    pieces: URI_PIECES,
  },
  'uri-template': {
    valid: ['', 'http://a/{b}', '{+x}{#y*}', '{?a,b:3,c*}', '{;%41:9999}', '/{a_1}é', '{|x}', 'a%20b{,c}'],
    pieces: [
      '{',
      '}',
      '{a}',
      ',',
      ':',
      ':0',
      ':12345',
      '*',
      '%41',
      '%',
      '_',
      '+',
      '"',
      "'",
      '<',
      '\\',
      '^',
      '`',
      '|',
      '\u0020',
      '\u0021',
    ],
  },
  uuid: {
    valid: [
      '123e4567-e89b-12d3-a456-426614174000',
      'urn:uuid:ABCDEF01-2345-6789-abcd-ef0123456789',
      `URN:UUID:${'0'.repeat(8)}-0000-0000-0000-${'f'.repeat(12)}`,
    ],
    pieces: ['-', 'a', 'F', '9', 'g', '0000', 'urn:uuid:', 'uRn:', ':', '-0000'],
  },
  byte: {
    valid: ['', 'aGVsbG8=', 'AAAA', '+/9z', 'QQ==', 'YWJjZGVm', 'AAAABBBBCCCC'],
    pieces: ['=', '==', 'A', '+', '/', '_', '-', 'AAAA', '\r', '\n', 'ab='],
  },
  'json-pointer': {
    valid: ['', '/', '/a/b', '/~0~1', '/가//0', '/a~1b\n'],
    pieces: ['/', '~', '~0', '~1', '~2', '~01', '#', '"'],
  },
  'relative-json-pointer': {
    valid: ['0', '1/a', '10#', '0#', '2/~0', '120', '3/'],
    pieces: ['#', '/', '~', '~1', '0', '01', '9', '-1', '+'],
  },
};

/** Characters that any format may meet. */
export const ANY_PIECES: readonly string[] = ANY;
