import { defineEntries } from './entry.js';

/** Findings of `lint` and `generate` that do not come from a rule: those about overlays. */
export const LINT_ENTRIES = defineEntries({
  overlay: {
    severity: 'error',
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
  'overlay-action-does-something': {
    severity: 'error',
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
    severity: 'error',
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
    severity: 'error',
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
