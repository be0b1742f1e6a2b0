import type { Texts } from '../entry.js';

/** What commands print besides findings. */
export const COMMAND_WORDS = {
  bug: {
    en: 'this is a bug in iamport-kit, not in your files. Please report it with this text:',
    ko: 'iamport-kit의 버그입니다. 파일의 문제가 아닙니다. 다음 내용과 함께 알려 주세요:',
  },
  noTargets: (overlay: string): Texts => ({
    en: `targets in ${overlay} were not checked; pass the document with --spec`,
    ko: `${overlay}의 대상은 찾아보지 않았습니다. --spec으로 문서를 주세요`,
  }),
  openToNetwork: (host: string): Texts => ({
    en: `warning: ${host} is not loopback: everyone on its network can use this sandbox`,
    ko: `경고: 루프백 주소가 아닙니다(${host}). 같은 네트워크의 누구나 이 샌드박스를 쓸 수 있습니다`,
  }),
  watching: { en: 'watching for changes; Ctrl-C ends it', ko: '변경을 기다립니다. 끝내려면 Ctrl-C' },
  changed: (first: string, others: number): Texts => ({
    en: `${first}${others === 0 ? '' : ` and ${others} more`} changed`,
    ko: `${first}${others === 0 ? '' : ` 외 ${others}개`} 변경됨`,
  }),
};

/** Why a document was checked with a schema, for `--explain`. */
export const ASSOCIATION_WORDS = {
  flag: { en: 'the flags say so', ko: '플래그에 따라' },
  $schema: { en: 'its "$schema" says so', ko: '"$schema"에 따라' },
  config: { en: 'the config says so', ko: '설정에 따라' },
  convention: { en: 'its place says so', ko: '위치에 따라' },
  auto: { en: 'by its shape', ko: '모양에 따라' },
  none: { en: 'no schema', ko: '스키마 없음' },
};
