import type { Texts } from '../entry.js';
import { exampleTexts } from '../example-problem.js';
import { korean } from '../particle.js';
import { reasonTexts, type Reason } from '../reason.js';

const UNFIT_FOLDERS = {
  root: { en: 'the root of this machine', ko: '컴퓨터의 루트' },
  home: { en: 'your home folder', ko: '홈 폴더' },
  project: { en: 'the root of a project', ko: '프로젝트의 루트' },
  spec: { en: 'the folder of the spec', ko: '스펙이 있는 폴더' },
} as const satisfies Readonly<Record<string, Texts>>;

/** Why a folder cannot be an output folder. */
export type UnfitFolder = keyof typeof UNFIT_FOLDERS;

const OVERLAY = {
  en: 'iamport-kit applies OpenAPI Overlays 1.0 to 1.2; begin with "overlay: 1.0.0"',
  ko: 'iamport-kit은 OpenAPI Overlay 1.0부터 1.2까지 적용합니다. "overlay: 1.0.0"으로 시작하세요',
};

/** A location, as `file:line:column`. */
export interface Placed {
  readonly place: string;
}

/** Text of another program, in English. */
export interface Quoted {
  readonly quote: string;
}

/** Errors about documents and output folders of `generate` and `lint`. */
export const GENERATE_USAGE = {
  'out-is-file': ({ folder }: { readonly folder: string }): Texts => ({
    en: `${folder} is a file; --out expects a folder`,
    ko: korean`${folder}{은/는} 파일입니다. --out에는 폴더를 주세요`,
  }),
  'out-unfit': (values: { folder: string; is: UnfitFolder; better: string }): Texts => ({
    en: `${values.folder} is ${UNFIT_FOLDERS[values.is].en}; pass a dedicated folder to --out, such as ${values.better}`,
    ko: korean`${values.folder}{은/는} ${UNFIT_FOLDERS[values.is].ko}입니다. --out에는 ${values.better} 같은 전용 폴더를 주세요`,
  }),
  'out-foreign-file': ({ file }: { readonly file: string }): Texts => ({
    en: `${file} was not written by iamport-kit; move it away or choose another --out`,
    ko: korean`${file}{은/는} iamport-kit이 쓴 파일이 아닙니다. 옮기거나 다른 --out을 고르세요`,
  }),
  'out-link': ({ file }: { readonly file: string }): Texts => ({
    en: `${file} is a symbolic link that may point outside; remove it or choose another --out`,
    ko: korean`${file}{은/는} 다른 곳으로 이어질 수 있는 링크입니다. 지우거나 다른 --out을 고르세요`,
  }),
  'out-unwritable': ({ folder, reason }: { readonly folder: string; readonly reason: Reason }): Texts => ({
    en: `cannot write to ${folder} (${reasonTexts(reason).en}); the folder is unchanged`,
    ko: `${folder}에 쓸 수 없습니다(${reasonTexts(reason).ko}). 폴더는 전과 같습니다`,
  }),
  'out-half-written': ({ first, then }: { readonly first: Reason; readonly then: Reason }): Texts => ({
    en: `writing failed half-way (${reasonTexts(first).en}, then ${reasonTexts(then).en}), leaving new and old files mixed; run generate again`,
    ko: `도중에 디스크가 실패했습니다(${reasonTexts(first).ko}, 이어서 ${reasonTexts(then).ko}). 새 파일과 옛 파일이 섞여 있으니 다시 생성하세요`,
  }),
  'openapi-version': ({ place, version }: Placed & { readonly version: string | undefined }): Texts => {
    const found =
      version === undefined
        ? { en: ' has no "openapi" version', ko: '"openapi" 버전이 없습니다' }
        : { en: ` is version ${version}`, ko: `버전이 ${version}입니다` };
    const cure = versionCure(version);
    return {
      en: `${place}${found.en}; ${cure.en}`,
      ko: `${place}: ${found.ko}. ${cure.ko}`,
    };
  },
  'overlay-unreadable': ({ file, reason }: { readonly file: string; readonly reason: Reason }): Texts => ({
    en: `cannot read the overlay ${file} (${reasonTexts(reason).en})`,
    ko: korean`오버레이 ${file}{을/를} 읽을 수 없습니다(${reasonTexts(reason).ko})`,
  }),
  'overlay-version': ({ place, version }: Placed & { readonly version: string }): Texts => ({
    en: `${place} is overlay version ${version}; ${OVERLAY.en}`,
    ko: `${place}: 오버레이 버전이 ${version}입니다. ${OVERLAY.ko}`,
  }),
  'not-an-overlay': ({ place }: Placed): Texts => ({
    en: `${place} is not an overlay; ${OVERLAY.en}`,
    ko: `${place}: 오버레이가 아닙니다. ${OVERLAY.ko}`,
  }),
  'spec-without-overlay': ({ place }: Placed): Texts => ({
    en: `--spec is for overlays, and ${place} is not one; an overlay begins with "overlay: 1.0.0"`,
    ko: korean`--spec은 오버레이에만 쓰는데 ${place}{은/는} 오버레이가 아닙니다. 오버레이는 "overlay: 1.0.0"으로 시작합니다`,
  }),
  'overlay-failed': ({ quote }: Quoted): Texts => ({
    en: `cannot apply the overlay: ${quote}`,
    ko: `오버레이를 적용할 수 없습니다: "${quote}"`,
  }),
  'bundle-failed': ({ quote, place }: Quoted & { readonly place: string | undefined }): Texts => {
    const at = place === undefined ? '' : ` (${place})`;
    return { en: `cannot bundle the spec: ${quote}${at}`, ko: `스펙을 하나로 합칠 수 없습니다: "${quote}"${at}` };
  },
  'check-failed': ({ place, quote }: Placed & Quoted): Texts => ({
    en: `cannot check ${place}: ${quote}`,
    ko: korean`${place}{을/를} 검사할 수 없습니다: "${quote}"`,
  }),
  'example-unusable': exampleTexts,
  'no-operation-id': ({ operation }: { readonly operation: string }): Texts => ({
    en: `${operation} has no operationId; add one`,
    ko: `${operation}에 operationId가 없습니다. 추가하세요`,
  }),
  'same-method': ({ one, other, name }: { one: string; other: string; name: string }): Texts => ({
    en: `${one} and ${other} would both become the method ${name}; change the x-resource-method of one`,
    ko: korean`${one}{과/와} ${other}{이/가} 모두 ${name} 메서드를 씁니다. 하나의 x-resource-method를 바꾸세요`,
  }),
  'unknown-tag': ({ tags, known }: { tags: readonly string[]; known: readonly string[] }): Texts => ({
    en: `no operation has the tag ${tags.join(', ')}; expected one of: ${known.join(', ')}`,
    ko: `${tags.join(', ')} 태그가 있는 작업이 없습니다. 있는 태그: ${known.join(', ')}`,
  }),
};

/** How to correct an unsupported version. */
function versionCure(version: string | undefined): Texts {
  if (version === '3.0' || version === '3.1') {
    const whole = version === '3.0' ? '3.0.4' : '3.1.1';
    return { en: `write all three numbers: "openapi: ${whole}"`, ko: `숫자 세 개를 모두 쓰세요: "openapi: ${whole}"` };
  }
  const [convert, 변환] =
    version === '2.0'
      ? [' Convert it first, for example with swagger2openapi.', ' 먼저 swagger2openapi 같은 도구로 바꾸세요.']
      : ['', ''];
  return {
    en: `iamport-kit reads OpenAPI 3.0 and 3.1.${convert}`,
    ko: `iamport-kit은 OpenAPI 3.0과 3.1을 읽습니다.${변환}`,
  };
}
