import type { Bound } from '../json/bounds.js';
import type { Texts } from './entry.js';
import { grouped } from './grouped.js';

/** Describes the limit that a document exceeds. */
export function boundTexts(bound: Bound): Texts {
  switch (bound.code) {
    case 'key':
      return { en: `the key "${bound.key}" is not supported`, ko: `"${bound.key}" 키를 지원하지 않음` };
    case 'megabytes':
      return { en: `the file is larger than ${bound.most} MB`, ko: `파일이 ${bound.most} MB보다 큼` };
    case 'depth':
      return { en: `it is nested deeper than ${bound.most} levels`, ko: `중첩이 ${bound.most}단계보다 깊음` };
    case 'nodes': {
      const most = grouped(bound.most);
      return { en: `its aliases expand to more than ${most} values`, ko: `별칭을 펼치면 값이 ${most}개를 넘음` };
    }
    case 'cycle':
      return { en: 'an alias contains itself', ko: '별칭이 자기 자신을 포함함' };
    case 'unicode':
      return { en: 'a string is not well-formed Unicode', ko: '올바른 유니코드가 아닌 문자열이 있음' };
  }
}
