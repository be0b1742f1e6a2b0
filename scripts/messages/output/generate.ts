import type { Texts } from '../entry.js';
import { count } from '../grouped.js';
import { korean } from '../particle.js';

/** What `generate` has read, and what it made of that. */
export const SUMMARY_WORDS = {
  document: (values: { readonly operations: number; readonly schemas: number; readonly warnings: number }): Texts => {
    const { operations, schemas, warnings } = values;
    return {
      en: `${count(operations, 'operation')}, ${count(schemas, 'schema')}, ${warnings === 0 ? 'clean' : count(warnings, 'warning')}`,
      ko: `작업 ${operations}개, 스키마 ${schemas}개, ${warnings === 0 ? '문제 없음' : `경고 ${warnings}건`}`,
    };
  },
  output: (files: string, schemas: number): Texts => ({
    en: `${files} + ${count(schemas, 'validator')}, ${count(schemas, 'JSON Schema')}`,
    ko: `${files} + 검증기 ${schemas}개, JSON Schema ${schemas}개`,
  }),
  imports: (values: { readonly extension: string; readonly modules: string; readonly because: string }): Texts => {
    const { extension, modules, because } = values;
    return {
      en: `imports ${extension === '' ? 'without an extension' : `with ${extension}`} (${because}), ${modules}`,
      ko: `import ${extension === '' ? '확장자 없음' : `확장자 ${extension}`}(${because}), ${modules === 'CommonJS' ? 'CommonJS' : 'ES 모듈'}`,
    };
  },
  changes: (values: { changed: number; removed: number; unchanged: number; seconds: string }): Texts => {
    const { changed, removed, unchanged, seconds } = values;
    return {
      en: `${changed} changed, ${removed === 0 ? '' : `${removed} removed, `}${unchanged} unchanged, ${seconds} s`,
      ko: `${changed}개 변경, ${removed === 0 ? '' : `${removed}개 삭제, `}${unchanged}개 그대로, ${seconds}초`,
    };
  },
  leftAlone: (formatted: number): Texts => ({
    en: `${count(formatted, 'file')} left alone: only the formatting differs`,
    ko: `파일 ${formatted}개는 서식만 달라 그대로 두었습니다`,
  }),
  foreign: (file: string): Texts => ({
    en: `${file} was left alone: iamport-kit did not write it`,
    ko: korean`${file}{은/는} 그대로 두었습니다. iamport-kit이 쓴 파일이 아닙니다`,
  }),
};

/** What `generate --check` has found. */
export const CHECK_WORDS = {
  missing: (file: string): Texts => ({ en: `${file} is missing`, ko: korean`${file}{이/가} 없습니다` }),
  extra: (file: string): Texts => ({
    en: `${file} is extra: it is no longer generated`,
    ko: korean`${file}{은/는} 더 이상 생성되지 않는 파일입니다`,
  }),
  foreign: (file: string): Texts => ({
    en: `${file} is extra: iamport-kit did not write it; move it away`,
    ko: korean`${file}{은/는} iamport-kit이 쓴 파일이 아닙니다. 옮기세요`,
  }),
  stale: (file: string, line: number): Texts => ({
    en: `${file} is stale (first difference, line ${line})`,
    ko: korean`${file}{이/가} 오래되었습니다(첫 차이: ${line}행)`,
  }),
  more: (files: number): Texts => ({ en: `… and ${count(files, 'more file')}`, ko: `… 외 파일 ${files}개` }),
  cure: {
    en: 'Run "npx iamport-kit generate" and commit the result.',
    ko: '"npx iamport-kit generate"를 실행하고 결과를 커밋하세요.',
  },
  upToDate: (out: string, files: number): Texts => ({
    en: `${out}/ is up to date (${count(files, 'file')})`,
    ko: `${out}/: 최신입니다(파일 ${files}개)`,
  }),
  formatted: (out: string, files: number): Texts => ({
    en: `${count(files, 'file')} formatted differently, which is fine; tell your formatter to leave ${out}/ alone`,
    ko: `파일 ${files}개는 서식만 다르며 문제는 없습니다. 포매터에서 ${out}/을 제외해 두세요`,
  }),
};

/** What `generate` says when the document has errors. */
export function refusedTexts(document: string, problems: number): Texts {
  return {
    en: `${count(problems, 'problem')} in ${document}; nothing was written`,
    ko: `${document}: 문제 ${problems}건. 아무것도 쓰지 않았습니다`,
  };
}

/** What `generate --watch` says after each run. */
export const WATCH_WORDS = {
  refused: (document: string, problems: number): Texts => ({
    en: `${count(problems, 'problem')} in ${document}, nothing written`,
    ko: `${document}: 문제 ${problems}건, 아무것도 쓰지 않음`,
  }),
  written: (out: string, files: number): Texts => ({
    en: `${out}/: ${count(files, 'file')} written`,
    ko: `${out}/: 파일 ${files}개를 씀`,
  }),
  nothing: { en: 'nothing written', ko: '아무것도 쓰지 않음' },
  watching: ({ en, ko }: Texts, { milliseconds, files }: { milliseconds: string; files: number }): Texts => ({
    en: `${en} in ${milliseconds} ms; watching ${count(files, 'file')}`,
    ko: `${ko} (${milliseconds} ms). 파일 ${files}개를 지켜봅니다`,
  }),
};
