import { didYouMean } from '../messages/did-you-mean.js';
import type { Fault } from '../evaluate/fault.js';
import { childPointer, lastKeyOf, parentOf } from '../json/pointer.js';

/**
 * A required property that is missing, and an unknown one of nearly the same name beside it, are one mistake: the name.
 * What stands under the wrong name is told once, at the key.
 */
export function settleMisspelt(faults: readonly Fault[]): Fault[] {
  const settled = new Set<Fault>();
  const misspelt: Fault[] = [];
  for (const fault of faults) {
    const unknown = fault.missing && unknownBeside(fault, faults, settled);
    if (unknown === undefined) continue;
    settled.add(fault).add(unknown.fault);
    const values = { property: unknown.key, suggestion: unknown.meant };
    misspelt.push({ ...unknown.fault, code: 'fixture/misspelt-key', values });
  }
  return [...faults.filter((fault) => !settled.has(fault)), ...misspelt];
}

interface Unknown {
  readonly fault: Fault;
  readonly key: string;
  /** The missing property it stands for. */
  readonly meant: string;
}

function unknownBeside(
  { pointer, missing = [] }: Fault,
  faults: readonly Fault[],
  settled: ReadonlySet<Fault>,
): Unknown | undefined {
  for (const fault of faults) {
    const isUnknown = fault.code === 'fixture/additional-properties' || fault.code === 'fixture/unknown-property';
    if (!isUnknown || settled.has(fault) || parentOf(fault.pointer) !== pointer) continue;
    const key = lastKeyOf(fault.pointer);
    const meant = didYouMean(key, missing);
    if (meant !== undefined && childPointer(pointer, key) === fault.pointer) return { fault, key, meant };
  }
  return undefined;
}
