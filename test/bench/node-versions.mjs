import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export const NODE_LINES = ['20', '22', '24', '26'];

export async function fetchNodes(folder) {
  const [current = ''] = process.versions.node.split('.');
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const others = NODE_LINES.filter((line) => line !== current);
  const wanted = others.map((line) => `node${line}@npm:node-${system}-${process.arch}@${line}`);
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'nodes', private: true }));
  await run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', ...wanted], { cwd: folder });
  const program = (line) =>
    path.join(folder, 'node_modules', `node${line}`, 'bin', system === 'win' ? 'node.exe' : 'node');
  return { [current]: process.execPath, ...Object.fromEntries(others.map((line) => [line, program(line)])) };
}
