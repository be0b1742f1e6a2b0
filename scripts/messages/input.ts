import { defineEntries, type Entries, type Language, type Sentences, type Texts, type Values } from './entry.js';
import { syntaxError } from './syntax.js';
import { isReasonCode, reasonTexts } from './reason.js';
import { usageTexts, type UsageCode } from './usage-error.js';

/** Why a file cannot be parsed. */
const SYNTAX_PROBLEMS: Readonly<Record<string, Sentences<Values>>> = {
  empty: { en: () => 'the file is empty', ko: () => '파일이 비어 있습니다' },
  json: {
    en: ({ error }) => `the file is not JSON${error === undefined ? '' : `: ${syntaxError(error, 'en')}`}`,
    ko: ({ error }) => `JSON이 아닙니다${error === undefined ? '' : `: ${syntaxError(error, 'ko')}`}`,
  },
  yaml: {
    en: ({ error = '' }) => `the file is not YAML: ${syntaxError(error, 'en')}`,
    ko: ({ error = '' }) => `YAML이 아닙니다: ${syntaxError(error, 'ko')}`,
  },
  alias: {
    en: () => 'unresolved alias: no anchor with that name is defined before it',
    ko: () => '별칭(alias)이 가리키는 앵커(anchor)가 앞에 없습니다',
  },
  aliases: {
    en: () => 'the aliases expand to too many values, or contain themselves',
    ko: () => '별칭(alias)이 지나치게 반복되거나 자기 자신을 포함합니다',
  },
  depth: {
    en: () => 'the file is nested too deeply to be checked',
    ko: () => '중첩이 너무 깊어 검사할 수 없습니다',
  },
  utf8: {
    en: ({ offset = '' }) => `the file is not UTF-8: invalid byte at offset ${offset}`,
    ko: ({ offset = '' }) => `UTF-8이 아닙니다: 오프셋 ${offset}의 바이트가 잘못되었습니다`,
  },
  utf16: {
    en: () => 'the file is UTF-16; save it as UTF-8',
    ko: () => 'UTF-8이 아니라 UTF-16입니다. UTF-8로 저장하세요',
  },
  line: {
    en: ({ limit = '' }) => `the line is longer than ${limit} MB, the limit for one document`,
    ko: ({ limit = '' }) => `한 줄이 ${limit} MB를 넘습니다. 문서 하나로 보기에 너무 깁니다`,
  },
};

function syntaxProblem(language: Language, values: Values): string {
  return SYNTAX_PROBLEMS[values.problem ?? '']?.[language](values) ?? '';
}

/** What findings about `$schema` are made of. */
export interface SchemaFacts {
  /** `unknown`: the name in it that does not exist; left out when it is not a name. */
  'fixture/unknown-schema': { readonly unknown?: { readonly code: UsageCode; readonly values: unknown } };
}

const TEXT_ENTRIES = defineEntries({
  'fixture/syntax': {
    title: { en: 'The file cannot be parsed', ko: '파일을 해석할 수 없습니다' },
    cause: {
      en: 'The file stops being valid JSON at the location shown, is empty, or is not UTF-8.',
      ko: '표시된 위치부터 JSON이 아니거나, 비어 있거나, UTF-8이 아닙니다.',
    },
    fix: { en: 'Correct the file at the location shown.', ko: '표시된 위치의 텍스트를 고치세요.' },
    message: { en: (values) => syntaxProblem('en', values), ko: (values) => syntaxProblem('ko', values) },
    hint: {
      en: ({ written }) =>
        written === 'jsonc'
          ? 'name it .jsonc to allow comments; standard input: --stdin-name a.jsonc'
          : written === 'ndjson'
            ? 'for one document a line, name it .ndjson; standard input: --stdin-name a.ndjson'
            : '',
      ko: ({ written }) =>
        written === 'jsonc'
          ? '주석을 쓰려면 확장자를 .jsonc로 하세요. 표준 입력이면 --stdin-name a.jsonc'
          : written === 'ndjson'
            ? '한 줄에 문서 하나라면 확장자를 .ndjson으로 하세요. 표준 입력이면 --stdin-name a.ndjson'
            : '',
    },
  },
  'fixture/unreadable': {
    title: { en: 'The file cannot be read', ko: '파일을 읽을 수 없습니다' },
    cause: {
      en: 'Its permissions forbid it, it is not a regular file, or it was deleted meanwhile. The command exits with 2.',
      ko: '권한이 없거나, 일반 파일이 아니거나, 도중에 사라졌습니다. 명령은 종료 코드 2로 끝납니다.',
    },
    fix: {
      en: 'Correct its permissions, or exclude it. To check the output of a program, pipe it: validate -',
      ko: '권한을 고치거나 대상에서 빼세요. 프로그램의 출력은 파이프로 넘길 수 있습니다: validate -',
    },
    message: {
      en: (values) => `cannot be read (${unreadableReason(values).en})`,
      ko: (values) => `읽을 수 없습니다 (${unreadableReason(values).ko})`,
    },
  },
  'fixture/unmatched': {
    title: { en: 'The schema of the file is unknown', ko: '파일에 맞는 스키마를 알 수 없습니다' },
    cause: {
      en: 'No flag, "$schema", config entry or folder name identifies the schema of this file.',
      ko: '플래그, "$schema", 설정 항목, 폴더 이름 중 어느 것도 파일의 스키마를 알려 주지 않습니다.',
    },
    fix: {
      en: 'Move the file to fixtures/<operationId>/<status>.json, add "$schema" to it, or add it to the config.',
      ko: '파일을 fixtures/<operationId>/<status>.json으로 옮기거나, 파일에 "$schema"를 쓰거나, 설정에 추가하세요.',
    },
    message: { en: (values) => unmatchedProblem('en', values), ko: (values) => unmatchedProblem('ko', values) },
    hint: {
      en: ({ near }) => (near === undefined ? '' : `did you mean the folder ${near}?`),
      ko: ({ near }) => (near === undefined ? '' : `폴더 이름이 ${near}인가요?`),
    },
  },
  'fixture/ambiguous-shape': {
    title: { en: 'The document matches several schemas', ko: '여러 스키마에 맞는 모양입니다' },
    cause: {
      en: '--schema auto identifies the schema by the shape of the document, and this one matches several equally well.',
      ko: '--schema auto는 모양으로 스키마를 찾는데, 이 모양은 여러 스키마에 똑같이 맞습니다.',
    },
    fix: {
      en: 'Specify the schema with --schema, "$schema", the config, or the folder of the file.',
      ko: '--schema, "$schema", 설정 또는 파일의 폴더로 어느 것인지 알려 주세요.',
    },
    message: {
      en: ({ schemas = '' }) => `matches several schemas equally well: ${schemas}`,
      ko: ({ schemas = '' }) => `모양이 여러 스키마에 똑같이 맞습니다: ${schemas}`,
    },
  },
});

const SCHEMA_ENTRIES: Entries<SchemaFacts> = {
  'fixture/unknown-schema': {
    title: { en: '"$schema" names an unknown schema', ko: '"$schema"가 가리키는 스키마가 없습니다' },
    cause: {
      en: '"$schema" has an unsupported form, or names a schema that this API does not have.',
      ko: '파일이 직접 가리키는 스키마의 형식이나 이름이 이 API에 없습니다.',
    },
    fix: {
      en: 'Write "iamport-kit:Payment", "iamport-kit:getPayment#200", or a path that ends in schemas/Payment.json.',
      ko: '"iamport-kit:Payment", "iamport-kit:getPayment#200" 또는 schemas/Payment.json으로 끝나는 경로를 쓰세요.',
    },
    message: { en: ({ unknown }) => unknownSchema(unknown).en, ko: ({ unknown }) => unknownSchema(unknown).ko },
  },
};

/** Findings about files that cannot be read, or whose schema is unknown. */
export const INPUT_ENTRIES = { ...TEXT_ENTRIES, ...SCHEMA_ENTRIES };

function unknownSchema(unknown: SchemaFacts['fixture/unknown-schema']['unknown']): Texts {
  if (unknown !== undefined) return usageTexts(unknown.code, unknown.values);
  return {
    en: '"$schema" is neither iamport-kit:NAME nor a path that ends in schemas/NAME.json',
    ko: '"$schema"는 iamport-kit:이름 또는 schemas/이름.json으로 끝나는 경로여야 합니다',
  };
}

function unreadableReason({ reason = '', detail }: Values): Texts {
  return reasonTexts({ code: isReasonCode(reason) ? reason : 'other', ...(detail !== undefined && { detail }) });
}

function unmatchedProblem(language: Language, { shape, operation, bodies }: Values): string {
  if (shape !== undefined)
    return language === 'en'
      ? 'does not match any known response, webhook, callback, redirect or payment request'
      : '응답, 웹훅, 콜백, 리디렉션, 결제 요청 중 어느 모양도 아닙니다';
  if (operation !== undefined)
    return language === 'en'
      ? `${operation} has no body with that name; expected one of: ${bodies ?? ''}`
      : `${operation}에 그런 이름의 본문이 없습니다. 있는 것: ${bodies ?? ''}`;
  return language === 'en'
    ? 'unknown schema; pass --schema or --operation, or move the file to <operationId>/<status>.json'
    : '이 파일의 스키마를 알 수 없습니다. --schema나 --operation을 주거나 <operationId>/<status>.json에 두세요';
}
