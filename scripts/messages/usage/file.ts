import type { Bound } from '../../json/bounds.js';
import { boundTexts } from '../bound.js';
import type { Texts } from '../entry.js';
import { korean } from '../particle.js';
import { reasonTexts, type Reason } from '../reason.js';

/** What to do when a file cannot be read. */
const CURES = {
  baseline: { en: '. Create it with --update-baseline.', ko: '. --update-baseline으로 만드세요.' },
  spec: {
    en: '. Pass --spec, or run in a folder with spec/openapi.yaml.',
    ko: '. --spec으로 스펙을 주거나 spec/openapi.yaml이 있는 곳에서 실행하세요.',
  },
  document: {
    en: '. Pass a document, or run in a folder with spec/openapi.yaml.',
    ko: '. 문서를 주거나 spec/openapi.yaml이 있는 곳에서 실행하세요.',
  },
} as const satisfies Readonly<Record<string, Texts>>;

const HIDDEN = {
  en: '; what .gitignore leaves out is read only when it is named',
  ko: '. .gitignore에 있는 파일은 이름을 직접 줄 때만 읽습니다',
};

/** A folder that an argument names. */
export interface FolderValues {
  readonly folder: string;
  readonly endings: readonly string[];
  /** Whether a .gitignore file leaves out what is in it. */
  readonly isIgnored: boolean;
}

const AGAIN = { en: 'Run "iamport-kit generate" again.', ko: '"iamport-kit generate"를 다시 실행하세요.' };

/** A file, as messages name it. */
export interface FileValues {
  readonly file: string;
}

/** A file, and why it cannot be read or written. */
export interface Refused extends FileValues {
  readonly reason: Reason;
}

/** Files and folders that cannot be found, read, written or watched. */
export const FILE_USAGE = {
  'file-unreadable': ({ file, reason, cure }: Refused & { readonly cure?: keyof typeof CURES }): Texts => {
    const why = reasonTexts(reason);
    const what = cure === undefined ? { en: '', ko: '' } : CURES[cure];
    return {
      en: `cannot read ${file} (${why.en})${what.en}`,
      ko: korean`${file}{을/를} 읽을 수 없습니다(${why.ko})${what.ko}`,
    };
  },
  'key-unsupported': ({ place, key }: { readonly place: string; readonly key: string }): Texts => ({
    en: `${place}: the key "${key}" is not supported; use another name`,
    ko: `${place}: "${key}" 키는 지원하지 않습니다. 다른 이름을 쓰세요`,
  }),
  'file-unparsable': ({ file, quote }: FileValues & { readonly quote: string }): Texts => ({
    en: `cannot read ${file} as YAML or JSON: ${quote}`,
    ko: korean`${file}{을/를} YAML이나 JSON으로 읽을 수 없습니다: "${quote}"`,
  }),
  'file-beyond-bounds': ({ file, bound }: FileValues & { readonly bound: Bound }): Texts => ({
    en: `cannot read ${file} as YAML or JSON: ${boundTexts(bound).en}`,
    ko: korean`${file}{을/를} YAML이나 JSON으로 읽을 수 없습니다(${boundTexts(bound).ko})`,
  }),
  'file-unwritable': ({ file, reason }: Refused): Texts => ({
    en: `cannot write ${file} (${reasonTexts(reason).en})`,
    ko: korean`${file}{을/를} 쓸 수 없습니다(${reasonTexts(reason).ko})`,
  }),
  'stdout-unwritable': ({ reason }: { readonly reason: Reason }): Texts => ({
    en: `cannot write to standard output (${reasonTexts(reason).en})`,
    ko: `표준 출력에 쓸 수 없습니다(${reasonTexts(reason).ko})`,
  }),
  'file-changed': ({ file }: FileValues): Texts => ({
    en: `${file} changed while it was read; nothing was written to it`,
    ko: korean`읽는 동안 ${file}{이/가} 바뀌어 아무것도 쓰지 않았습니다`,
  }),
  'file-name-empty': (): Texts => ({
    en: 'a file name is empty; pass files, folders or globs, or - for stdin',
    ko: '파일 이름이 비어 있습니다. 파일, 폴더, 글로브 또는 표준 입력(-)을 주세요',
  }),
  'folder-without-fixtures': ({ folder, endings, isIgnored }: FolderValues): Texts => ({
    en: `no .json files in ${folder} (nor ${endings.join(', ')})${isIgnored ? HIDDEN.en : ''}`,
    ko: `${folder}에 .json 파일이 없습니다(${endings.join(', ')}도 없음)${isIgnored ? HIDDEN.ko : ''}`,
  }),
  'glob-without-files': ({ glob, isIgnored }: { readonly glob: string; readonly isIgnored: boolean }): Texts => ({
    en: `no files match ${glob}${isIgnored ? HIDDEN.en : ''}`,
    ko: `${glob}에 맞는 파일이 없습니다${isIgnored ? HIDDEN.ko : ''}`,
  }),
  'no-documents': ({ given }: { readonly given: readonly string[] }): Texts => ({
    en: `no OpenAPI document or overlay in ${given.join(' ')}`,
    ko: `${given.join(' ')}에 OpenAPI 문서나 오버레이가 없습니다`,
  }),
  'watch-failed': ({ reason }: { readonly reason: Reason }): Texts => ({
    en: `cannot watch for changes (${reasonTexts(reason).en})`,
    ko: `변경을 지켜볼 수 없습니다(${reasonTexts(reason).ko})`,
  }),
  'document-missing': (): Texts => ({
    en: 'no document found: there is no spec/openapi.yaml here, and iamport-kit is not installed. Install iamport-kit, or name a document.',
    ko: '문서가 없습니다. 여기에 spec/openapi.yaml이 없고 iamport-kit도 설치되어 있지 않습니다. iamport-kit을 설치하거나 문서를 지정하세요.',
  }),
  'generated-missing': (): Texts => ({
    en: 'no generated code found. Run "iamport-kit generate", install iamport-kit, or pass --generated FOLDER.',
    ko: '생성된 코드가 없습니다. "iamport-kit generate"를 실행하거나, iamport-kit을 설치하거나, --generated로 폴더를 주세요.',
  }),
  'generated-without-manifest': ({ folder }: { readonly folder: string }): Texts => ({
    en: `${folder} has no manifest.json. Pass a folder that "iamport-kit generate" wrote.`,
    ko: `${folder}에 manifest.json이 없습니다. "iamport-kit generate"가 만든 폴더를 주세요.`,
  }),
  'generated-unreadable': ({ file }: FileValues): Texts => ({
    en: `cannot read ${file}. ${AGAIN.en}`,
    ko: korean`${file}{을/를} 읽을 수 없습니다. ${AGAIN.ko}`,
  }),
  'generated-not-a-schema': ({ file }: FileValues): Texts => ({
    en: `${file} is not a JSON Schema. ${AGAIN.en}`,
    ko: korean`${file}{은/는} JSON Schema가 아닙니다. ${AGAIN.ko}`,
  }),
  'generated-not-a-manifest': ({ file }: FileValues): Texts => ({
    en: `${file} is not a manifest of iamport-kit. ${AGAIN.en}`,
    ko: korean`${file}{은/는} iamport-kit이 쓴 목록이 아닙니다. ${AGAIN.ko}`,
  }),
};
