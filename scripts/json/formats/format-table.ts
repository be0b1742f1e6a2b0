import { fitsByte } from './byte.js';
import { fitsDate } from './date.js';
import { fitsDateTime } from './date-time.js';
import { fitsDuration } from './duration.js';
import { fitsEmail } from './email.js';
import { fitsHostname } from './hostname.js';
import { fitsInt32 } from './int32.js';
import { fitsInt64 } from './int64.js';
import { fitsIpv4 } from './ipv4.js';
import { fitsIpv6 } from './ipv6.js';
import { fitsJsonPointer } from './json-pointer.js';
import { fitsRelativeJsonPointer } from './relative-json-pointer.js';
import { fitsTime } from './time.js';
import { fitsUri } from './uri.js';
import { fitsUriReference } from './uri-reference.js';
import { fitsUriTemplate } from './uri-template.js';
import { fitsUuid } from './uuid.js';

/** A format: the type it applies to, its check, and its name in messages. */
export type Format = Words &
  (
    | { readonly type: 'string'; readonly fits: (text: string) => boolean }
    | { readonly type: 'number'; readonly fits: (value: number) => boolean }
  );

interface Words {
  readonly en: string;
  readonly ko: string;
  readonly example: string;
}

/**
 * The formats that are checked: those that mean the same everywhere. All others say something to readers only, such as
 * `password`, `float`, or a name of a spec's own.
 *
 * @see https://spec.openapis.org/registry/format/
 */
export const FORMATS: Readonly<Record<string, Format>> = {
  date: text(fitsDate, { en: 'a date', ko: '날짜', example: '2024-02-29' }),
  time: text(fitsTime, { en: 'a time with its offset', ko: '오프셋이 있는 시각', example: '09:30:00+09:00' }),
  'date-time': text(fitsDateTime, {
    en: 'a date and time with its offset',
    ko: '오프셋이 있는 날짜와 시각',
    example: '2024-02-29T09:30:00+09:00',
  }),
  duration: text(fitsDuration, { en: 'a duration', ko: '기간', example: 'P1DT12H' }),
  email: text(fitsEmail, { en: 'an e-mail address', ko: '이메일 주소', example: 'name@example.com' }),
  hostname: text(fitsHostname, { en: 'a host name', ko: '호스트 이름', example: 'api.example.com' }),
  ipv4: text(fitsIpv4, { en: 'an IPv4 address', ko: 'IPv4 주소', example: '192.0.2.1' }),
  ipv6: text(fitsIpv6, { en: 'an IPv6 address', ko: 'IPv6 주소', example: '2001:db8::1' }),
  uri: text(fitsUri, { en: 'a URI', ko: 'URI', example: 'https://example.com/path' }),
  'uri-reference': text(fitsUriReference, {
    en: 'a URI or a relative reference',
    ko: 'URI 또는 상대 참조',
    example: '/path?a=1',
  }),
  'uri-template': text(fitsUriTemplate, { en: 'a URI template', ko: 'URI 템플릿', example: '/payments/{imp_uid}' }),
  uuid: text(fitsUuid, { en: 'a UUID', ko: 'UUID', example: '123e4567-e89b-12d3-a456-426614174000' }),
  byte: text(fitsByte, { en: 'base64', ko: 'base64', example: 'aGVsbG8=' }),
  'json-pointer': text(fitsJsonPointer, { en: 'a JSON pointer', ko: 'JSON 포인터', example: '/items/0' }),
  'relative-json-pointer': text(fitsRelativeJsonPointer, {
    en: 'a relative JSON pointer',
    ko: '상대 JSON 포인터',
    example: '1/items',
  }),
  int32: number(fitsInt32, { en: 'an integer of 32 bits', ko: '32비트 정수', example: '-2147483648' }),
  int64: number(fitsInt64, { en: 'an integer of 64 bits', ko: '64비트 정수', example: '1234567890123' }),
};

function text(fits: (text: string) => boolean, words: Words): Format {
  return { type: 'string', fits, ...words };
}

function number(fits: (value: number) => boolean, words: Words): Format {
  return { type: 'number', fits, ...words };
}

/** What is known of a format; undefined for one that is not checked. */
export function formatNamed(name: unknown): Format | undefined {
  return typeof name === 'string' && Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined;
}

/** Whether a value has a format. Values of other types, and formats that are not checked, pass. */
export function fitsFormat(name: string, value: unknown): boolean {
  const format = formatNamed(name);
  if (format?.type === 'string') return typeof value !== 'string' || format.fits(value);
  return format === undefined || typeof value !== 'number' || format.fits(value);
}

/** The function that checks a format, which its file exports: `date-time` → `fitsDateTime`. */
export function formatFunction(name: string): string {
  return `fits${name.replace(/(?:^|-)([a-z])/g, (_match, letter: string) => letter.toUpperCase())}`;
}
