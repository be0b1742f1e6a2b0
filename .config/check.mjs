// Checks types, style, formatting, the spec and the generated code. `npm run check`. The linter takes as long as all the others
// together, so it runs beside them.
import { spawn } from 'node:child_process';

const LANES = [
  [['--max-old-space-size=8192', 'node_modules/eslint/bin/eslint.js', '--config', '.config/eslint.config.js', '.']],
  [
    ['node_modules/typescript7/bin/tsc'],
    ['node_modules/prettier/bin/prettier.cjs', '--check', '.'],
    ['scripts/bin/iamport-kit.js', 'lint'],
    ['scripts/bin/iamport-kit.js', 'generate', '--check'],
  ],
];

/** Runs a program of Node, and prints what it says when it has ended. */
function run(args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args);
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += chunk));
    child.on('close', (code, signal) => {
      const name = args.find((arg) => !arg.startsWith('-'));
      process.stdout.write(text);
      if (code !== 0) process.stdout.write(`${name} failed (${signal ?? `exit code ${code}`})\n`);
      resolve(code === 0);
    });
  });
}

async function runLane(commands) {
  for (const command of commands) if (!(await run(command))) return false;
  return true;
}

const passed = await Promise.all(LANES.map(runLane));
if (passed.includes(false)) process.exitCode = 1;
