import { redoclyEntries } from './redocly-entry.js';

/** Redocly's rules about a document as a whole. */
export const DOCUMENT_ENTRIES = redoclyEntries({
  struct: {
    severity: 'error',
    title: { en: 'The document does not follow OpenAPI', ko: 'OpenAPI 형식에 맞지 않습니다' },
    cause: {
      en: 'A field has a name or a type that the specification does not give it, or a required one is missing.',
      ko: '명세에 없는 이름이나 타입의 필드가 있거나 필수 필드가 없습니다.',
    },
    fix: {
      en: 'Correct the name, its place or its indentation; the message says which fields are expected.',
      ko: '이름, 위치, 들여쓰기를 고치세요. 메시지에 있어야 할 필드가 나옵니다.',
    },
  },
  'no-unresolved-refs': {
    severity: 'error',
    title: { en: 'A reference leads nowhere', ko: '참조하는 대상이 없습니다' },
    cause: {
      en: 'The file or the part of it that a `$ref` names does not exist, or lies outside what may be read.',
      ko: '`$ref`가 가리키는 파일이나 그 안의 위치가 없거나, 읽을 수 없는 곳에 있습니다.',
    },
    fix: {
      en: 'Correct the path (relative to the file it stands in) or the pointer after `#`.',
      ko: '경로(적힌 파일 기준)나 `#` 뒤의 포인터를 고치세요.',
    },
  },
  'info-license': {
    severity: 'warning',
    title: { en: 'The document names no licence', ko: '라이선스가 없습니다' },
    cause: {
      en: 'Readers cannot tell what they may do with the document.',
      ko: '이 문서를 어떻게 써도 되는지 알 수 없습니다.',
    },
    fix: { en: 'Add `info.license` with a `name`.', ko: '`info.license`에 `name`을 적으세요.' },
  },
  'info-license-strict': {
    severity: 'warning',
    title: { en: 'The licence has neither a URL nor an identifier', ko: '라이선스에 URL이나 식별자가 없습니다' },
    cause: {
      en: 'The name of a licence alone is ambiguous.',
      ko: '라이선스 이름만으로는 어떤 것인지 분명하지 않습니다.',
    },
    fix: {
      en: 'Add `url`, or in OpenAPI 3.1 `identifier`, to `info.license`.',
      ko: '`info.license`에 `url`을, OpenAPI 3.1에서는 `identifier`를 적어도 됩니다.',
    },
  },
  'no-duplicated-tag-names': {
    severity: 'warning',
    title: { en: 'A tag stands in the list twice', ko: '같은 태그가 두 번 있습니다' },
    cause: {
      en: 'Tools show one of the two and drop the description of the other.',
      ko: '도구는 둘 중 하나만 보여 주고 다른 하나의 설명은 버립니다.',
    },
    fix: { en: 'Delete one of them.', ko: '하나를 지우세요.' },
  },
  'tag-description': {
    severity: 'warning',
    title: { en: 'A tag has no description', ko: '태그에 설명이 없습니다' },
    cause: { en: 'Tags become the chapters of the documentation.', ko: '태그는 문서의 장 제목이 됩니다.' },
    fix: {
      en: 'Say in a sentence what its operations are about.',
      ko: '어떤 작업을 모은 태그인지 한 문장으로 쓰세요.',
    },
  },
  'no-empty-servers': {
    severity: 'error',
    title: { en: 'There is no server', ko: '서버가 없습니다' },
    cause: {
      en: 'Without one, clients call the host the document was read from.',
      ko: '서버가 없으면 클라이언트는 문서를 읽어 온 호스트를 호출합니다.',
    },
    fix: { en: 'Add the URL of the API to `servers`.', ko: 'API의 URL을 `servers`에 추가하세요.' },
  },
  'no-server-example.com': {
    severity: 'warning',
    title: { en: 'A server is example.com or localhost', ko: '서버가 example.com이나 localhost입니다' },
    cause: { en: 'The URL was left over from a template.', ko: '템플릿의 URL이 그대로 남아 있습니다.' },
    fix: { en: 'Write the URL of the real server.', ko: '실제 서버의 URL을 쓰세요.' },
  },
  'no-server-trailing-slash': {
    severity: 'error',
    title: { en: 'The URL of a server ends with a slash', ko: '서버 URL이 슬래시로 끝납니다' },
    cause: {
      en: 'Paths begin with a slash: the two together make a double one.',
      ko: '경로가 슬래시로 시작하므로 합치면 슬래시가 겹칩니다.',
    },
    fix: { en: 'Take the slash off the end.', ko: '끝의 슬래시를 지우세요.' },
  },
  'no-server-variables-empty-enum': {
    severity: 'error',
    title: {
      en: 'A server variable allows no value, or not its default',
      ko: '서버 변수의 값 목록이 비었거나 기본값이 없습니다',
    },
    cause: {
      en: 'The list of allowed values is empty, or the default is not in it.',
      ko: '허용하는 값의 목록이 비어 있거나 기본값이 그 안에 없습니다.',
    },
    fix: { en: 'List the values, the default among them.', ko: '기본값을 포함해 값을 나열하세요.' },
  },
  'no-undefined-server-variable': {
    severity: 'error',
    title: {
      en: 'The URL of a server has a variable that is not defined',
      ko: '서버 URL에 정의되지 않은 변수가 있습니다',
    },
    cause: {
      en: 'Nothing says what stands for the name in braces.',
      ko: '중괄호 안의 이름에 넣을 값이 어디에도 없습니다.',
    },
    fix: {
      en: 'Define it under `variables`, or write the URL out.',
      ko: '`variables`에 정의하거나 URL을 그대로 쓰세요.',
    },
  },
  'no-unsafe-markdown': {
    severity: 'warning',
    title: { en: 'A description holds markup that may run', ko: '설명에 실행될 수 있는 마크업이 있습니다' },
    cause: {
      en: 'Documentation viewers render Markdown, and some run scripts or dangerous links in it.',
      ko: '문서 뷰어는 마크다운을 표시하며, 그 안의 스크립트나 위험한 링크를 실행하기도 합니다.',
    },
    fix: { en: 'Write it as plain Markdown.', ko: '일반 마크다운으로 쓰세요.' },
  },
  'no-unused-components': {
    severity: 'warning',
    title: { en: 'A component is used nowhere', ko: '쓰이지 않는 컴포넌트입니다' },
    cause: {
      en: 'Nothing refers to it: it was left over, or a reference is missing.',
      ko: '아무 데서도 참조하지 않습니다. 남은 것이거나 참조가 빠졌습니다.',
    },
    fix: { en: 'Delete it, or refer to it.', ko: '지우거나 참조하세요.' },
  },
  'spec-components-invalid-map-name': {
    severity: 'error',
    title: {
      en: 'The name of a component has characters that are not allowed',
      ko: '컴포넌트 이름에 쓸 수 없는 문자가 있습니다',
    },
    cause: {
      en: 'Only letters, digits, `.`, `-` and `_` are allowed, so that references can name it.',
      ko: '참조할 수 있도록 영문자, 숫자, `.`, `-`, `_`만 쓸 수 있습니다.',
    },
    fix: { en: 'Rename it.', ko: '이름을 바꾸세요.' },
  },
  'spec-ref-siblings': {
    severity: 'warning',
    title: { en: 'Something stands beside a reference', ko: '$ref 옆에 다른 내용이 있습니다' },
    cause: { en: 'The specification says that it is ignored there.', ko: '명세에 따라 무시되는 내용입니다.' },
    fix: { en: 'Delete it, or move it into what is referred to.', ko: '지우거나 참조 대상으로 옮기세요.' },
  },
  'security-defined': {
    severity: 'error',
    title: {
      en: 'An operation says nothing about security, or names an unknown scheme',
      ko: '인증 방식이 없거나 정의되지 않았습니다',
    },
    cause: {
      en: 'Clients cannot know whether a call needs a token.',
      ko: '호출에 토큰이 필요한지 클라이언트가 알 수 없습니다.',
    },
    fix: {
      en: 'Add `security` to the document or the operation (`security: []` for none), and define the scheme under `components`.',
      ko: '문서나 작업에 `security`를 적고(필요 없으면 `security: []`) 방식을 `components`에 정의하세요.',
    },
  },
  'security-scopes-defined': {
    severity: 'warning',
    title: { en: 'A scope is not defined', ko: '정의되지 않은 스코프입니다' },
    cause: {
      en: 'The security scheme does not list the scope that an operation asks for.',
      ko: '작업이 요구하는 스코프가 인증 방식에 없습니다.',
    },
    fix: {
      en: 'Add the scope to the scheme, or correct its name.',
      ko: '인증 방식에 스코프를 추가하거나 이름을 고치세요.',
    },
  },
});
