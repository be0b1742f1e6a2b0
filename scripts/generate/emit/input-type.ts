import type { OperationModel } from '../model/model.js';
import { literal } from '../text.js';

/** The type of an operation's input: its model, with a `Date` allowed wherever it holds unix seconds. */
export function inputType({ input, times }: Pick<OperationModel, 'input' | 'times'>): string {
  const names = [...new Set(times.map((place) => place.slice(place.lastIndexOf('/') + 1)))];
  return names.length === 0 ? input : `WithDates<${input}, ${names.map(literal).join(' | ')}>`;
}
