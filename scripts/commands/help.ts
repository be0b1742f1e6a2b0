import type { Language } from '../messages/entry.js';
import { wrapText } from '../report/fit-columns.js';
import type { Command } from './command.js';
import type { Flag } from './flag.js';

/** Width of the help text. */
const COLUMNS = 110;

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
export function programHelp(commands: readonly Command[], language: Language): string {
  const words = WORDS[language];
  const rows = commands.map(({ name, summary }): [string, string] => [name, summary[language]]);
  return `${words.about}

${words.usage}: iamport-kit ${words.arguments}

${table(rows)}
${table([
  ['--help', words.helpOf],
  ['--version', words.version],
])}
${words.codes}
`;
}

/** `iamport-kit COMMAND --help` */
export function commandHelp({ name, summary, details, usage, flags, examples }: Command, language: Language): string {
  const words = WORDS[language];
  const rows = Object.entries(flags).map(([flag, options]): [string, string] => [
    signature(flag, options),
    options.description[language],
  ]);
  const paragraph = details === undefined ? '' : `${wrapText(details[language], COLUMNS).join('\n')}\n\n`;
  return `${summary[language]}

${paragraph}${words.usage}: iamport-kit ${name} ${usage}

${table([...rows, ['--help', words.help]])}
${words.examples}:
${examples.map((example) => `  ${example}\n`).join('')}`;
}

function signature(flag: string, { value, isRepeatable }: Flag): string {
  return `--${flag}${value === undefined ? '' : ` ${value}`}${isRepeatable === true ? ' …' : ''}`;
}

function table(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  // Further lines are indented below the first.
  const wrap = (text: string): string => wrapText(text, COLUMNS - width - 2).join(`\n${' '.repeat(width + 2)}`);
  return rows.map(([left, right]) => `  ${left.padEnd(width)}${wrap(right)}\n`).join('');
}
