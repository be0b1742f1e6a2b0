import { defineEntries } from './entry.js';

/** Findings of `lint` and `generate` that do not come from a rule: those about overlays. */
export const LINT_ENTRIES = defineEntries({
  overlay: {
    title: { en: 'An overlay cannot be applied', ko: '오버레이를 적용할 수 없습니다' },
    cause: {
      en: 'The file is not an OpenAPI Overlay, or one of its actions cannot be carried out.',
      ko: 'OpenAPI Overlay 1.0 파일이 아니거나, 수행할 수 없는 동작이 있습니다.',
    },
    fix: { en: 'Correct the action shown.', ko: '표시된 동작을 고치세요.' },
    message: {
      en: ({ problem = '' }) => problem,
      ko: ({ problem = '' }) => `오버레이를 적용할 수 없습니다: ${problem}`,
    },
  },
  'overlay-has-actions': {
    title: { en: 'An overlay has no action', ko: '동작이 없는 오버레이입니다' },
    cause: {
      en: 'The Overlay Specification requires at least one action.',
      ko: 'Overlay 명세에는 동작이 하나 이상 있어야 합니다.',
    },
    fix: { en: 'Add an action, or delete the overlay.', ko: '동작을 추가하거나 오버레이를 지우세요.' },
    message: {
      en: () => 'The overlay has no action; it needs at least one.',
      ko: () => '오버레이에 동작이 없습니다. 하나 이상 있어야 합니다.',
    },
  },
  'overlay-actions-unique': {
    title: { en: 'An overlay has the same action twice', ko: '오버레이에 같은 동작이 두 번 있습니다' },
    cause: {
      en: 'The Overlay Specification requires actions to be unique: the second changes nothing, or adds to a list again.',
      ko: 'Overlay 명세에서 동작은 서로 달라야 합니다. 같은 동작은 아무것도 바꾸지 않거나 목록에 같은 값을 또 더합니다.',
    },
    fix: { en: 'Delete one of them.', ko: '하나를 지우세요.' },
    message: {
      en: ({ first = 1 }) => `The action is the same as action ${first}; delete one of them.`,
      ko: ({ first = 1 }) => `${first}번째 동작과 같습니다. 하나를 지우세요.`,
    },
  },
  'overlay-target-is-quoted': {
    title: { en: 'A name with a hyphen is not quoted in a target', ko: '대상의 하이픈 든 이름에 따옴표가 없습니다' },
    cause: {
      en: 'JSONPath (RFC 9535) requires brackets and quotes around names with a hyphen. The Overlay Specification has an example without; other tools may refuse it.',
      ko: 'JSONPath(RFC 9535)에서는 하이픈이 든 이름을 대괄호와 따옴표로 감쌉니다. Overlay 명세의 예제에는 없지만, 받지 않는 도구가 있습니다.',
    },
    fix: { en: 'Write the target as shown.', ko: '표시된 대로 쓰세요.' },
    message: {
      en: ({ target = '' }) => `RFC 9535 requires quotes around names with a hyphen: \`${target}\``,
      ko: ({ target = '' }) => `RFC 9535에서는 하이픈이 든 이름에 따옴표가 필요합니다: \`${target}\``,
    },
  },
  'overlay-document-exists': {
    title: { en: 'The document of an overlay cannot be read', ko: '오버레이의 문서를 읽을 수 없습니다' },
    cause: {
      en: '`extends` names a file that does not exist, so the targets were not looked up.',
      ko: '`extends`의 파일이 없어 대상을 찾아보지 않았습니다.',
    },
    fix: {
      en: 'Correct `extends`, or pass the document with --spec.',
      ko: '`extends`를 고치거나 --spec으로 문서를 주세요.',
    },
    message: {
      en: ({ file = '' }) =>
        `${file} does not exist, so the targets were not looked up; pass the document with --spec.`,
      ko: ({ file = '' }) => `${file} 파일이 없어 대상을 찾아보지 않았습니다. --spec으로 문서를 주세요.`,
    },
  },
  'overlay-action-does-something': {
    title: { en: 'An action of an overlay does nothing', ko: '아무 일도 하지 않는 오버레이 동작입니다' },
    cause: {
      en: 'It has neither `update` nor `remove: true`. If it has both, `remove` wins.',
      ko: '`update`도 `remove: true`도 없습니다. 둘 다 있으면 `remove`가 우선합니다.',
    },
    fix: { en: 'Add one of them.', ko: '둘 중 하나를 적으세요.' },
    message: {
      en: () => 'The action has neither `update` nor `remove: true`.',
      ko: () => '이 동작에는 `update`도 `remove: true`도 없습니다.',
    },
  },
  'overlay-target-exists': {
    title: { en: 'The target of an overlay does not exist', ko: '오버레이의 대상이 없습니다' },
    cause: {
      en: 'The document has changed since the overlay was written, or the JSONPath (RFC 9535) is wrong.',
      ko: '오버레이를 쓴 뒤 문서가 바뀌었거나 JSONPath(RFC 9535)가 틀렸습니다.',
    },
    fix: { en: 'Correct the target, or delete the action.', ko: '대상을 고치거나 동작을 지우세요.' },
    message: {
      en: ({ problem }) =>
        problem === 'syntax'
          ? 'The target is not a valid JSONPath (RFC 9535), such as `$.paths[*].get`.'
          : 'The target matches nothing in the document; correct it, or delete the action.',
      ko: ({ problem }) =>
        problem === 'syntax'
          ? '대상이 `$.paths[*].get` 같은 JSONPath(RFC 9535)가 아닙니다.'
          : '문서에 이 대상과 맞는 곳이 없습니다. 대상을 고치거나 동작을 지우세요.',
    },
  },
  'translation-is-complete': {
    title: { en: 'A text is not translated', ko: '번역되지 않은 텍스트가 있습니다' },
    cause: {
      en: 'An overlay with `x-translates` must translate every title, summary and description. This one was added later.',
      ko: '`x-translates`가 있는 오버레이는 모든 제목, 요약, 설명을 번역해야 하는데, 새로 추가된 것이 빠졌습니다.',
    },
    fix: { en: 'Add an action with the translation.', ko: '텍스트를 담은 동작을 추가하세요.' },
    message: {
      en: ({ place = '' }) => `${place} is not translated.`,
      ko: ({ place = '' }) => `${place}의 텍스트가 없습니다.`,
    },
  },
});
