import type { Command, Flag } from './command.js';

/** Width of a terminal that is not a narrow one. */
const COLUMNS = 110;

/** `iamport-kit --help` */
export function programHelp(commands: readonly Command[]): string {
  const rows = commands.map(({ name, summary }): [string, string] => [name, summary]);
  return `iamport-kit: typed code and checks from an OpenAPI document of the i'mport (PortOne V1) payments API

Usage: iamport-kit COMMAND [options]

${table(rows)}
${table([
  ['--help', 'Show this help; after a command, help for that command'],
  ['--version', 'Show the version'],
])}
Exit codes: 0 clean, 1 findings, 2 bad usage or unreadable input, 70 a bug in iamport-kit.
`;
}

/** `iamport-kit COMMAND --help` */
export function commandHelp({ name, summary, usage, flags, examples }: Command): string {
  const rows = Object.entries(flags).map(([flag, options]): [string, string] => [
    signature(flag, options),
    options.description,
  ]);
  return `${summary}

Usage: iamport-kit ${name} ${usage}

${table([...rows, ['--help', 'Show this help']])}
Examples:
${examples.map((example) => `  ${example}\n`).join('')}`;
}

function signature(flag: string, { value, isRepeatable }: Flag): string {
  return `--${flag}${value === undefined ? '' : ` ${value}`}${isRepeatable === true ? ' …' : ''}`;
}

function table(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  return rows.map(([left, right]) => `  ${left.padEnd(width)}${wrap(right, width + 2)}\n`).join('');
}

/** Breaks a text between words so that it ends before the edge; further lines stand below its first one. */
function wrap(text: string, indent: number): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    const isRoom = line !== undefined && indent + line.length + 1 + word.length <= COLUMNS;
    if (isRoom) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines.join(`\n${' '.repeat(indent)}`);
}
