import { styleText } from 'node:util';

import type { Command, Invocation } from './commands/command.js';
import { parseArguments } from './commands/parse-arguments.js';
import { printText } from './files/standard-output.js';
import type { Language } from './messages/entry.js';
import { UsageError } from './messages/usage-error.js';

// Imported on demand, so that no command waits for the imports of another.
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  generate: async () => (await import('./commands/generate.js')).generateCommand,
  lint: async () => (await import('./commands/lint.js')).lintCommand,
  validate: async () => (await import('./commands/validate.js')).validateCommand,
  explain: async () => (await import('./commands/explain.js')).explainCommand,
  sandbox: async () => (await import('./commands/sandbox.js')).sandboxCommand,
};

/** Exit codes: 0 clean, 1 findings, 2 bad usage or unreadable input, 70 our own bug. */
async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || ['--help', '-h', 'help'].includes(name)) {
    const { programHelp } = await import('./commands/help.js');
    const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()));
    printText(programHelp(commands, { language: await languageOf(args), ...terminalWidth() }));
    return name === undefined ? 2 : 0;
  }
  if (name === '--version' || name === '-v') {
    const { ownVersion } = await import('./files/own-version.js');
    printText(`${ownVersion()}\n`);
    return 0;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load === undefined) throw new UsageError('unknown-name', { kind: 'command', name, known: Object.keys(COMMANDS) });
  const command = await load();
  if (rest.includes('--help') || rest.includes('-h')) {
    const { commandHelp } = await import('./commands/help.js');
    printText(commandHelp(command, { language: await languageOf(args), ...terminalWidth() }));
    return 0;
  }
  return command.run(invocationOf(command, rest));
}

function invocationOf(command: Command, args: readonly string[]): Invocation {
  const { values, positionals } = parseArguments(command, args);
  const texts = (flag: string): string[] => (values[flag] ?? []).filter((value) => value !== true);
  return {
    positionals,
    text: (flag) => texts(flag).at(-1),
    texts,
    isSet: (flag) => values[flag]?.includes(true) === true,
    cwd: process.cwd(),
    env: process.env,
    stdout: printText,
    stderr: (text) => {
      process.stderr.write(text);
    },
    isInteractive: process.stderr.isTTY && process.env.CI === undefined,
    // styleText leaves text plain if the stream is not a terminal or NO_COLOR is set.
    ...terminalWidth(),
    paint: (style, text) => styleText(style, text, { stream: process.stdout }),
  };
}

/** Terminals without a size, as in some CI services, have no columns. */
function terminalWidth(): Pick<Invocation, 'columns'> {
  const { isTTY, columns } = process.stdout;
  return isTTY && columns > 0 ? { columns } : {};
}

async function languageOf(args: readonly string[]): Promise<Language> {
  const { guessLanguage } = await import('./messages/language.js');
  return guessLanguage(args, process.env);
}

async function exitCodeOf(error: unknown): Promise<number> {
  if (error instanceof UsageError) {
    const { usageErrorLine } = await import('./report/usage-error-line.js');
    process.stderr.write(await usageErrorLine(error, await languageOf(process.argv)));
    return 2;
  }
  // A message names files, and a stack may quote what a parser met in one.
  const { maskText } = await import('./secrets/mask.js');
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const { COMMAND_WORDS } = await import('./messages/output/command.js');
  process.stderr.write(`iamport-kit: ${COMMAND_WORDS.bug[await languageOf(process.argv)]}\n${maskText(stack)}\n`);
  return 70;
}

// A reader that stops early, such as `head`, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

// What cannot be said is no reason to stop, but a failure in the end.
process.stderr.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return;
  process.on('exit', () => {
    process.exitCode = 2;
  });
});

// Set instead of calling exit(), so that everything printed gets out.
process.exitCode = await main(process.argv.slice(2)).catch(exitCodeOf);
