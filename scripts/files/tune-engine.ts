import v8 from 'node:v8';

/**
 * Makes the engine collect garbage before the heap has grown by more than 70 %, for the whole process: by default a heap of
 * hundreds of megabytes grows to a multiple. A tighter limit takes longer and saves little.
 */
export function expectLargeHeap(): void {
  v8.setFlagsFromString('--heap-growing-percent=70');
}

/**
 * Makes the engine of Node 20 slower to optimise, for the whole process. In a run of a second or two, few functions are called
 * often enough to benefit: with V8's default, a third of the processor time goes into machine code that is hardly used. Later
 * engines optimise later by default, and do not have the flag.
 *
 * @param budget How much a function may do before it is optimised; V8's default is 132 kB of bytecode.
 */
export function expectShortRun(budget = 1_000_000): void {
  if (process.versions.v8.startsWith('11.')) v8.setFlagsFromString(`--interrupt-budget=${budget}`);
}
