import type { Phrase } from './phrase.js';

/** What `generate` refuses, and what reading a spec comes to, in Korean. */
export const GENERATE_PHRASES: readonly Phrase[] = [
  [
    'generate takes no files; name the document with --spec',
    'generate에는 파일을 줄 수 없습니다. 문서는 --spec으로 주세요',
  ],
  [
    '--check writes nothing, so there is nothing to --watch',
    '--check는 아무것도 쓰지 않으므로 --watch와 쓸 수 없습니다',
  ],
  [
    '--include has an empty tag; write --include payments,webhooks',
    '--include에 빈 태그가 있습니다. --include payments,webhooks처럼 쓰세요',
  ],
  ['no operation has the tag {tags}; this spec has {known}', '{tags} 태그가 있는 작업이 없습니다. 있는 태그: {known}'],
  ['{folder} is a file; --out names a folder', '{folder}{은/는} 파일입니다. --out에는 폴더를 주세요'],
  [
    '{folder} is {reason}; give --out a folder of its own, such as {better}',
    '{folder}{은/는} {reason}입니다. --out에는 {better} 같은 전용 폴더를 주세요',
  ],
  ['the root of this machine', '컴퓨터의 루트'],
  ['your home folder', '홈 폴더'],
  ['the root of a project', '프로젝트의 루트'],
  ['the folder of the spec', '스펙이 있는 폴더'],
  [
    '{file} was not written by iamport-kit; move it away or choose another --out',
    '{file}{은/는} iamport-kit이 쓴 파일이 아닙니다. 옮기거나 다른 --out을 고르세요',
  ],
  [
    'cannot write to {folder} ({reason}); it is as it was before',
    '{folder}에 쓸 수 없습니다({reason}). 폴더는 전과 같습니다',
  ],
  [
    '{file} is a link, which could lead elsewhere; remove it or choose another --out',
    '{file}{은/는} 다른 곳으로 이어질 수 있는 링크입니다. 지우거나 다른 --out을 고르세요',
  ],
  [
    'the disk failed half-way ({reason}); some files are new and some old: generate again',
    '도중에 디스크가 실패했습니다({reason}). 새 파일과 옛 파일이 섞여 있으니 다시 생성하세요',
  ],
  ['cannot bundle the spec: {reason}', '스펙을 하나로 합칠 수 없습니다: {reason}'],
  ['cannot apply the overlay: {reason}', '오버레이를 적용할 수 없습니다: {reason}'],
  ['{place} is overlay version {version}; {cure}', '{place}: 오버레이 버전이 {version}입니다. {cure}'],
  ['{place} is no overlay; {cure}', '{place}: 오버레이가 아닙니다. {cure}'],
  [
    'iamport-kit applies OpenAPI Overlays 1.0 to 1.2; begin with "overlay: 1.0.0"',
    'iamport-kit은 OpenAPI Overlay 1.0부터 1.2까지 적용합니다. "overlay: 1.0.0"으로 시작하세요',
  ],
  ['cannot read the overlay {file} ({reason})', '오버레이 {file}{을/를} 읽을 수 없습니다({reason})'],
  ['cannot take in the example {file}: {fault}, {reason}', '예제 {file}{을/를} 넣을 수 없습니다: {fault}, {reason}'],
  ['{operation} has no operationId; give it one', '{operation}에 operationId가 없습니다. 추가하세요'],
  [
    '{one} and {other} both ask for the method {name}; set another x-resource-method on one',
    '{one}{과/와} {other}{이/가} 모두 {name} 메서드를 씁니다. 하나의 x-resource-method를 바꾸세요',
  ],
  ['cannot check {place}: {reason}', '{place}{을/를} 검사할 수 없습니다: {reason}'],
  [
    '{file} {reason}; iamport-kit reads OpenAPI 3.0 and 3.1.{cure}',
    '{file}: {reason}. iamport-kit은 OpenAPI 3.0과 3.1을 읽습니다.{cure}',
  ],
  ['is version {version}', '버전이 {version}입니다'],
  ['has no "openapi" version', '"openapi" 버전이 없습니다'],
  [' Convert it first, for example with swagger2openapi.', ' 먼저 swagger2openapi 같은 도구로 바꾸세요.'],
];
