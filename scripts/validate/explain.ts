import type { Fault } from '../evaluate/fault.js';
import type { Issue } from './generated-folder.js';
import { childPointer } from '../json/pointer.js';

/**
 * Turns what a validator reports into faults one by one, without looking for causes. Only for keywords that nothing here
 * understands, such as `unevaluatedProperties`.
 */
export function explain({ pointer, keyword, params }: Issue): Fault {
  const property = params.missingProperty ?? params.additionalProperty ?? params.unevaluatedProperty;
  const base = { pointer, place: 'value', weight: 1 } as const;
  if (typeof property !== 'string') return { ...base, code: 'fixture/schema', values: { keyword } };
  if (keyword === 'required') return { ...base, code: 'fixture/required', values: { property }, missing: [property] };
  const place = childPointer(pointer, property);
  return { ...base, code: 'fixture/additional-properties', pointer: place, place: 'key', values: { property } };
}
