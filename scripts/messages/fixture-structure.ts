import type { Entries, Sentences } from './entry.js';
import { didYouMeanWords, holder, subject, type Held, type Named, type Suggested } from './fixture-words.js';

/** The limit that a count exceeds or falls short of. */
export interface Bound {
  readonly bound: 'least' | 'most';
  readonly limit: number;
}

const boundEn = ({ bound, limit }: Bound): string => `at ${bound} ${limit}`;
const boundKo = ({ bound, limit }: Bound): string => `${limit}개 ${bound === 'most' ? '이하여야' : '이상이어야'}`;

const NOT_A_PROPERTY: Sentences<Held & Suggested & { readonly property: string }> = {
  en: (values) => `${values.property} is not a property of ${holder(values, 'en')}${didYouMeanWords(values, 'en')}`,
  ko: (values) => `${holder(values, 'ko')}에는 ${values.property} 속성이 없습니다${didYouMeanWords(values, 'ko')}`,
};

/** Values of the findings about objects and arrays. */
export interface StructureFacts {
  'fixture/required': Named & { readonly property: string };
  'fixture/any-of': Named & { readonly properties: readonly string[] };
  'fixture/one-of': Named & { readonly count: number };
  'fixture/additional-properties': Held & Suggested & { readonly property: string };
  'fixture/misspelt-key': Held & { readonly property: string; readonly suggestion: string };
  'fixture/property-name': Held & { readonly property: string };
  'fixture/property-count': Named & Bound;
  'fixture/item-count': Named & Bound;
  'fixture/unique-items': Named & { readonly first: number };
  'fixture/contains': Named;
}

/** Findings about objects and arrays that do not match their schema. */
export const STRUCTURE_ENTRIES: Entries<StructureFacts> = {
  'fixture/required': {
    title: { en: 'A required property is missing', ko: '필수 속성이 없습니다' },
    cause: {
      en: 'The schema requires this property; real documents always have it.',
      ko: '스키마의 필수 속성입니다. 실제 문서에는 항상 있습니다.',
    },
    fix: { en: 'Add the property to the object shown.', ko: '표시된 객체에 속성을 추가하세요.' },
    message: {
      en: (values) => `${subject(values, 'en')} must have ${values.property}`,
      ko: (values) => `${subject(values, 'ko')}에 필수 속성 ${values.property} 항목이 없습니다`,
    },
  },
  'fixture/any-of': {
    title: { en: 'One of several properties is missing', ko: '여러 속성 중 하나가 필요합니다' },
    cause: {
      en: 'The schema requires at least one of the listed properties.',
      ko: '스키마는 나열된 속성 중 적어도 하나를 요구합니다.',
    },
    fix: { en: 'Add one of them.', ko: '그중 하나를 추가하세요.' },
    message: {
      en: (values) => `${subject(values, 'en')} must have ${values.properties.join(' or ')}`,
      ko: (values) => `${subject(values, 'ko')}에 다음 중 하나는 있어야 합니다: ${values.properties.join(', ')}`,
    },
  },
  'fixture/one-of': {
    title: { en: 'A value matches several alternatives', ko: '여러 형태에 동시에 맞습니다' },
    cause: {
      en: 'The schema allows exactly one of several alternatives (`oneOf`), and the value matches more than one.',
      ko: '스키마는 여러 형태 중 정확히 하나만 허용하는데, 둘 이상에 맞는 값입니다.',
    },
    fix: { en: 'Remove the parts that belong to the other alternatives.', ko: '다른 형태에 속하는 부분을 지우세요.' },
    message: {
      en: (values) => `${subject(values, 'en')} matches ${values.count} alternatives where only one is allowed`,
      ko: (values) => `${subject(values, 'ko')}의 값이 하나가 아니라 ${values.count}가지 형태에 맞습니다`,
    },
  },
  'fixture/additional-properties': {
    title: { en: 'A property is not allowed', ko: '허용하지 않는 속성입니다' },
    cause: {
      en: 'The object allows only the properties of its schema. In a request, an unknown property is a typo that the server would ignore.',
      ko: '스키마에 있는 속성만 쓸 수 있는 객체입니다. 요청에 모르는 속성이 있다면 오타이며, 서버는 그 속성을 무시합니다.',
    },
    fix: { en: 'Correct the name, or remove the property.', ko: '이름을 고치거나 속성을 지우세요.' },
    message: NOT_A_PROPERTY,
  },
  'fixture/misspelt-key': {
    title: { en: 'The name of a required property is misspelt', ko: '필수 속성의 이름이 잘못되었습니다' },
    cause: {
      en: 'A required property is missing, and the same object has an unknown property with a similar name.',
      ko: '필수 속성이 없고, 같은 객체에 이름이 거의 같은 모르는 속성이 있습니다.',
    },
    fix: { en: 'Write the name as in the schema.', ko: '스키마에 있는 이름으로 고치세요.' },
    message: NOT_A_PROPERTY,
  },
  'fixture/property-name': {
    title: { en: 'A property name is not allowed', ko: '속성 이름의 형식이 다릅니다' },
    cause: {
      en: 'The schema restricts the property names of this object (`propertyNames`).',
      ko: '스키마가 이 객체의 속성 이름 형식을 정해 두었습니다.',
    },
    fix: { en: 'Correct the name.', ko: '이름을 고치세요.' },
    message: {
      en: (values) => `${holder(values, 'en')} does not allow a property named ${values.property}`,
      ko: (values) => `${holder(values, 'ko')}에는 ${values.property} 같은 이름을 쓸 수 없습니다`,
    },
  },
  'fixture/property-count': {
    title: { en: 'An object has too few or too many properties', ko: '객체의 속성 개수가 맞지 않습니다' },
    cause: {
      en: 'The schema limits how many properties the object has.',
      ko: '스키마가 객체의 속성 개수를 제한합니다.',
    },
    fix: { en: 'Add or remove properties.', ko: '속성을 추가하거나 지우세요.' },
    message: {
      en: (values) => `${subject(values, 'en')} must have ${boundEn(values)} properties`,
      ko: (values) => `${subject(values, 'ko')}의 속성은 ${boundKo(values)} 합니다`,
    },
  },
  'fixture/item-count': {
    title: { en: 'An array has too few or too many items', ko: '배열의 항목 수가 맞지 않습니다' },
    cause: { en: 'The schema limits how many items the array has.', ko: '스키마가 배열의 항목 수를 제한합니다.' },
    fix: { en: 'Add or remove items.', ko: '항목을 추가하거나 지우세요.' },
    message: {
      en: (values) => `${subject(values, 'en')} must have ${boundEn(values)} items`,
      ko: (values) => `${subject(values, 'ko')}의 항목은 ${boundKo(values)} 합니다`,
    },
  },
  'fixture/unique-items': {
    title: { en: 'An array contains duplicate items', ko: '배열에 같은 항목이 두 번 있습니다' },
    cause: { en: 'The items of this array must be unique.', ko: '배열의 모든 항목이 서로 달라야 합니다.' },
    fix: { en: 'Remove the duplicate.', ko: '중복된 항목을 지우세요.' },
    message: {
      en: (values) => `${subject(values, 'en')} is a duplicate of item ${values.first}`,
      ko: (values) => `${subject(values, 'ko')}의 값이 ${values.first}번 항목과 같습니다`,
    },
  },
  'fixture/contains': {
    title: { en: 'An array has the wrong number of matching items', ko: '배열에 필요한 항목이 없습니다' },
    cause: {
      en: 'The schema limits how many items of the array must match a certain schema (`contains`).',
      ko: '스키마는 특정 형태의 항목을 정해진 개수만큼 요구합니다.',
    },
    fix: {
      en: 'Add the missing items, or remove the extra ones.',
      ko: '필요한 항목을 추가하거나 남는 항목을 지우세요.',
    },
    message: {
      en: (values) => `${subject(values, 'en')} has too few or too many items matching "contains"`,
      ko: (values) => `${subject(values, 'ko')}에 필요한 형태의 항목이 모자라거나 너무 많습니다`,
    },
  },
};
