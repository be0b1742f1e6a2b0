/** Does work of one name one after the other, and work of different names side by side. */
export type Queue = <Result>(name: string, work: () => Promise<Result>) => Promise<Result>;

/** Makes a queue. Work that fails holds nothing up. */
export function createQueue(): Queue {
  const last = new Map<string, Promise<unknown>>();
  return (name, work) => {
    const result = (last.get(name) ?? Promise.resolve()).then(work);
    const settled = result
      .catch(() => undefined)
      .finally(() => {
        if (last.get(name) === settled) last.delete(name);
      });
    last.set(name, settled);
    return result;
  };
}
