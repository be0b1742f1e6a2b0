/** Where the program of a row takes the client from: the package, or the folder that `generate` made. */
export type Source = 'package' | 'folder';

/** Where a command runs: the programs of the supported lines of Node, by line. */
export interface Machine {
  readonly nodes: Readonly<Record<string, string>>;
}

/** A program and its arguments; a relative program is one of the project. */
export type Command = readonly [program: string, ...args: string[]];

/** One row of the table: commands that build and run the program of one source. The last prints what the program saw. */
export interface Row {
  readonly title: string;
  readonly commands: (source: Source, machine: Machine) => readonly Command[];
}

/** A project as its users make it, with both sources in it, and the rows that are tried in it. */
export interface Project {
  readonly name: string;
  /** Packages of npm with their versions. */
  readonly install: readonly string[];
  /** Fields of `package.json` besides the name. */
  readonly manifest: object;
  /** What relative imports end in, which `generate` finds out by itself. */
  readonly suffix: '.js' | '.ts' | '';
  /** Files by name, besides the program. */
  readonly files: Readonly<Record<string, string>>;
  readonly rows: readonly Row[];
  /** Commands before all rows. */
  readonly prepare?: (source: Source) => readonly Command[];
  /** What works in every row. */
  readonly sources: readonly Source[];
}

/** What every row prints. */
export const SEEN = 'seen 1004 ok input true';

/**
 * The program: it reads a payment, verifies it, is refused an amount in quotes and recognises the error.
 *
 * @returns Files by name: `src/shop-<source>.ts` exports `shop(baseUrl)`, `src/<source>.ts` calls it and prints the result.
 */
export function programFiles({ suffix, sources }: Project): Readonly<Record<string, string>> {
  const from: Readonly<Record<Source, string>> = { package: 'iamport-kit', folder: `./iamport/index${suffix}` };
  return Object.fromEntries(
    sources.flatMap((source) => [
      [`src/shop-${source}.ts`, shop(from[source])],
      [`src/${source}.ts`, main(`./shop-${source}${suffix}`)],
    ]),
  );
}

function shop(from: string): string {
  return `import { createIamport, IamportError, type Payment } from '${from}';

export async function shop(baseUrl: string): Promise<string> {
  const iamport = createIamport({ impKey: 'key', impSecret: 'secret', baseUrl });
  const payment: Payment = await iamport.payments.get({ imp_uid: 'imp_1' });
  const verdict = await iamport.payments.verify({ imp_uid: 'imp_1', merchant_uid: payment.merchant_uid, amount: 1004 });
  try {
    await iamport.payments.prepare({ merchant_uid: 'o', amount: JSON.parse('"1004"') });
    throw new Error('an amount in quotes was sent');
  } catch (error) {
    const isOurs = error instanceof IamportError;
    return ['seen', payment.amount, verdict.ok ? 'ok' : 'refused', isOurs ? error.kind : error, isOurs].join(' ');
  }
}
`;
}

function main(from: string): string {
  return `import { shop } from '${from}';

declare const process: { env: Record<string, string | undefined> };

void shop(String(process.env['API_URL'])).then((seen) => console.log(seen));
`;
}

/** `tsconfig.<source>.json` for each source, so that one does not break the other. */
export function tsconfigs(compilerOptions: object): Readonly<Record<string, string>> {
  const base = {
    compilerOptions: { lib: ['es2022', 'dom', 'dom.iterable'], types: [], rootDir: 'src', ...compilerOptions },
  };
  return {
    'tsconfig.json': JSON.stringify(base),
    'tsconfig.package.json': JSON.stringify({ extends: './tsconfig.json', files: ['src/package.ts'] }),
    'tsconfig.folder.json': JSON.stringify({ extends: './tsconfig.json', files: ['src/folder.ts'] }),
  };
}
