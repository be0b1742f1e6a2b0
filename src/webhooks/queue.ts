/** Runs work with the same name sequentially, and work with different names in parallel. */
export type Queue = <Result>(name: string, work: () => Promise<Result>) => Promise<Result>;

/** Creates a queue. Failing work does not block later work. */
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
