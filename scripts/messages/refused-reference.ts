import { codedTexts, type Coded } from './coded.js';
import type { Texts } from './entry.js';

interface OfHost {
  readonly host: string;
}

/** Why a file that a reference leads to is not read, as functions of the values. */
const REASONS = {
  'not-https': (): Texts => ({
    en: 'references to other hosts are not followed but over https; keep the file beside the spec',
    ko: '다른 호스트의 파일은 https로만 읽습니다. 파일을 스펙 옆에 두세요',
  }),
  'host-not-allowed': ({ host }: OfHost): Texts => ({
    en: `references to other hosts are not followed; keep the file beside the spec, or allow it with --allow-remote ${host}`,
    ko: `다른 호스트의 파일은 읽지 않습니다. 파일을 스펙 옆에 두거나 --allow-remote ${host}로 허용하세요`,
  }),
  'too-slow': ({ host, seconds }: OfHost & { readonly seconds: number }): Texts => ({
    en: `${host} did not answer within ${seconds} s`,
    ko: `${host}: ${seconds}초 안에 응답이 없습니다`,
  }),
  redirected: ({ host, target }: OfHost & { readonly target: string }): Texts => ({
    en: `${host} redirects to ${target}; refer to that address, and allow its host`,
    ko: `${host}: ${target} 주소로 옮겨졌습니다. 그 주소를 참조하고 호스트를 허용하세요`,
  }),
  status: ({ host, status }: OfHost & { readonly status: number }): Texts => ({
    en: `${host} answered HTTP ${status}`,
    ko: `${host}: HTTP ${status} 응답을 받았습니다`,
  }),
  'web-page': ({ host }: OfHost): Texts => ({
    en: `${host} answered with a web page; refer to the file itself`,
    ko: `${host}: 웹 페이지를 받았습니다. 파일의 주소를 참조하세요`,
  }),
  'too-large': ({ host, megabytes }: OfHost & { readonly megabytes: number }): Texts => ({
    en: `${host} answered with more than ${megabytes} MB`,
    ko: `${host}: 응답이 ${megabytes} MB보다 큽니다`,
  }),
  unreachable: ({ host, detail }: OfHost & { readonly detail: string }): Texts => ({
    en: `${host} cannot be asked (${detail})`,
    ko: `${host}: 요청을 보낼 수 없습니다(${detail})`,
  }),
  outside: ({ folder }: { readonly folder: string }): Texts => ({
    en: `references must stay inside ${folder}/, the folder of the project`,
    ko: `프로젝트 폴더인 ${folder}/ 안에 있는 파일만 참조할 수 있습니다`,
  }),
};

type Reason = Coded<typeof REASONS>;

/** Why a file is not read. */
export type Refusal = Pick<RefusedReference, 'code' | 'values'>;

/** Renders the text of a refusal. */
export function refusalTexts({ code, values }: Refusal): Texts {
  return codedTexts(REASONS, [code, values]);
}

/** A file that a reference leads to and that is not read. `message` is the English text, which Redocly repeats. */
export class RefusedReference extends Error {
  override readonly name = 'RefusedReference';
  readonly code: Reason[0];
  /** What the text is made of. */
  readonly values: unknown;

  constructor(...[code, values, options]: [...reason: Reason, options?: ErrorOptions]) {
    super(refusalTexts({ code, values }).en, options);
    this.code = code;
    this.values = values;
  }
}
