import type { Language } from '../messages/entry.js';
import { HELP_WORDS } from '../messages/output/help.js';
import { formatRows, wrapText } from '../report/fit-columns.js';
import type { Command } from './command.js';
import type { Flag } from './flag.js';

/** Most cells of a line. */
const COLUMNS = 110;

/** How to show a help text. */
export interface HelpOptions {
  readonly language: Language;
  /** Width of the terminal in cells, if it is one. */
  readonly columns?: number;
}

/** `iamport-kit --help` */
export function programHelp(commands: readonly Command[], options: HelpOptions): string {
  const words = HELP_WORDS[options.language];
  const { table, wrap } = layout(options);
  return `${wrap(words.about)}

${words.usage}: iamport-kit ${words.arguments}

${table(commands.map(({ name, summary }) => [name, summary[options.language]]))}
${table([
  ['--help', words.helpOf],
  ['--version', words.version],
])}
${wrap(words.codes)}
`;
}

/** `iamport-kit COMMAND --help` */
export function commandHelp(command: Command, options: HelpOptions): string {
  const { name, summary, details, usage, flags, examples } = command;
  const { language } = options;
  const words = HELP_WORDS[language];
  const { table, wrap } = layout(options);
  const rows = Object.entries(flags).map(([flag, each]): [string, string] => [
    signature(flag, each),
    each.description[language],
  ]);
  const paragraph = details === undefined ? '' : `${wrap(details[language])}\n\n`;
  return `${wrap(summary[language])}

${paragraph}${wrapText(`${words.usage}: iamport-kit ${name} ${usage}`, options.columns ?? Infinity).join('\n')}

${table([...rows, ['--help', words.help]])}
${words.examples}:
${examples.map((example) => `  ${example}\n`).join('')}`;
}

function signature(flag: string, { value, isRepeatable }: Flag): string {
  return `--${flag}${value === undefined ? '' : ` ${value}`}${isRepeatable === true ? ' …' : ''}`;
}

interface Layout {
  readonly wrap: (text: string) => string;
  readonly table: (rows: readonly (readonly [string, string])[]) => string;
}

function layout({ columns = COLUMNS }: HelpOptions): Layout {
  const width = Math.min(COLUMNS, columns);
  return {
    wrap: (text) => wrapText(text, width).join('\n'),
    table: (rows) => formatRows(rows, { columns: width, indent: 2 }),
  };
}
