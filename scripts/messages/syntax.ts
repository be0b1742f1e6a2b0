import type { Language } from './entry.js';

/** Error codes of the parsers of JSON (jsonc-parser) and YAML (yaml). Unlisted codes are printed as they are. */
const SYNTAX_ERRORS: Readonly<Record<string, readonly [en: string, ko: string]>> = {
  InvalidSymbol: ['invalid symbol', '알 수 없는 기호'],
  InvalidNumberFormat: ['invalid number format', '잘못된 숫자 형식'],
  PropertyNameExpected: ['property name expected', '속성 이름이 와야 함'],
  ValueExpected: ['value expected', '값이 와야 함'],
  ColonExpected: ['colon expected', '콜론이 와야 함'],
  CommaExpected: ['comma expected', '쉼표가 와야 함'],
  CloseBraceExpected: ['close brace expected', '닫는 중괄호가 와야 함'],
  CloseBracketExpected: ['close bracket expected', '닫는 대괄호가 와야 함'],
  EndOfFileExpected: ['end of file expected', '파일이 끝나야 함'],
  InvalidCommentToken: ['comments are not allowed', '주석을 쓸 수 없음'],
  UnexpectedEndOfComment: ['unexpected end of comment', '주석이 끝나지 않음'],
  UnexpectedEndOfString: ['unexpected end of string', '문자열이 끝나지 않음'],
  UnexpectedEndOfNumber: ['unexpected end of number', '숫자가 끝나지 않음'],
  InvalidUnicode: ['invalid Unicode escape', '잘못된 유니코드'],
  InvalidEscapeCharacter: ['invalid escape character', '잘못된 이스케이프'],
  InvalidCharacter: ['invalid character', '쓸 수 없는 문자'],
  ALIAS_PROPS: ['an alias with an anchor or a tag', '별칭에 앵커나 태그가 있음'],
  BAD_ALIAS: ['bad alias', '잘못된 별칭'],
  BAD_COLLECTION_TYPE: ['bad collection type', '잘못된 컬렉션 태그'],
  BAD_DIRECTIVE: ['bad directive', '잘못된 지시자'],
  BAD_DQ_ESCAPE: ['bad escape in double quotes', '잘못된 이스케이프'],
  BAD_INDENT: ['bad indentation', '잘못된 들여쓰기'],
  BAD_PROP_ORDER: ['an anchor or a tag in the wrong place', '앵커나 태그의 위치가 잘못됨'],
  BAD_SCALAR_START: ['bad first character of a value', '값의 첫 글자로 쓸 수 없는 문자'],
  BLOCK_AS_IMPLICIT_KEY: ['block as a key', '키 자리에 블록이 있음'],
  BLOCK_IN_FLOW: ['block inside a flow collection', '흐름 표기 안에 블록이 있음'],
  DUPLICATE_KEY: ['duplicate key', '중복된 키'],
  IMPOSSIBLE: ['unexpected structure', '알 수 없는 구조'],
  KEY_OVER_1024_CHARS: ['key over 1024 characters', '키가 1024자를 넘음'],
  MISSING_CHAR: ['missing character', '빠진 문자가 있음'],
  MULTILINE_IMPLICIT_KEY: ['key over several lines', '키가 여러 줄에 걸쳐 있음'],
  MULTIPLE_ANCHORS: ['multiple anchors', '앵커가 여럿임'],
  MULTIPLE_DOCS: ['multiple documents', '문서가 여럿임'],
  MULTIPLE_TAGS: ['multiple tags', '태그가 여럿임'],
  NON_STRING_KEY: ['key that is not a string', '문자열이 아닌 키'],
  RESOURCE_EXHAUSTION: ['too large', '너무 큼'],
  TAB_AS_INDENT: ['tab as indentation', '들여쓰기에 탭을 씀'],
  TAG_RESOLVE_FAILED: ['unknown tag', '알 수 없는 태그'],
  UNEXPECTED_TOKEN: ['unexpected token', '예상하지 못한 토큰'],
};

/** Describes a parser's error code in a few words. */
export function syntaxError(code: string, language: Language): string {
  const texts = Object.hasOwn(SYNTAX_ERRORS, code) ? SYNTAX_ERRORS[code] : undefined;
  return texts?.[language === 'en' ? 0 : 1] ?? code;
}
