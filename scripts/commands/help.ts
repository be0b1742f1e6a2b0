import type { Language } from '../messages/entry.js';
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

const WORDS = {
  en: {
    about: "iamport-kit: typed code and checks from an OpenAPI document of the i'mport (PortOne V1) payments API",
    usage: 'Usage',
    arguments: 'COMMAND [options]',
    help: 'Show this help',
    helpOf: 'Show this help, or the help of a command',
    version: 'Show the version',
    examples: 'Examples',
    codes: 'Exit codes: 0 clean, 1 findings, 2 bad usage or unreadable input, 70 a bug in iamport-kit.',
  },
  ko: {
    about: "iamport-kit: i'mport(PortOne V1) 결제 API의 OpenAPI 문서로 타입이 있는 코드를 만들고 검사합니다",
    usage: '사용법',
    arguments: '명령 [옵션]',
    help: '이 도움말을 보여 줍니다',
    helpOf: '이 도움말을 보여 줍니다. 명령 뒤에 쓰면 그 명령의 도움말입니다',
    version: '버전을 보여 줍니다',
    examples: '예',
    codes: '종료 코드: 0 문제 없음, 1 문제 있음, 2 잘못된 사용이나 읽을 수 없는 입력, 70 iamport-kit의 버그.',
  },
} as const;

/** `iamport-kit --help` */
export function programHelp(commands: readonly Command[], options: HelpOptions): string {
  const words = WORDS[options.language];
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
  const words = WORDS[language];
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
