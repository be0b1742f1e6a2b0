import type { Command, Invocation } from '../command.js';
import { hasErrors, sortDiagnostics, type Diagnostic } from '../diagnostics.js';
import { displayPath } from '../display-path.js';
import { FORMAT_FLAG, readFormat } from '../report/format-flag.js';
import { formatJson } from '../report/json.js';
import { count, formatPretty } from '../report/pretty.js';
import { UsageError } from '../usage-error.js';
import { namedSchema } from '../validate/associate.js';
import { checkFiles } from '../validate/check-files.js';
import { findFiles } from '../validate/find-files.js';
import { openGeneratedFolder } from '../validate/generated-folder.js';

/** `iamport-kit validate`: findings about JSON files. */
export const validateCommand: Command = {
  name: 'validate',
  summary: 'Check JSON files against the schemas of the API',
  usage: 'FILES… [--schema NAME | --operation ID [--status 200]]',
  flags: {
    schema: { type: 'string', value: 'NAME', description: 'Schema for all files, such as PaymentCallback' },
    operation: { type: 'string', value: 'ID', description: 'Operation whose body all files are, such as getPayment' },
    status: {
      type: 'string',
      value: 'STATUS',
      description: 'Which body of --operation: a status, "request" or "webhook". Default: 200',
    },
    generated: {
      type: 'string',
      value: 'DIR',
      description: 'Folder with the generated validators. Default: generated here, else the installed iamport-kit',
    },
    format: FORMAT_FLAG,
  },
  examples: [
    'iamport-kit validate callback.json --schema PaymentCallback',
    'iamport-kit validate recorded/*.json --operation getPayment',
    'iamport-kit validate fixtures/      # fixtures/<operationId>/<status|request>.<name>.json or fixtures/<Schema>/<name>.json',
  ],
  async run(invocation) {
    const started = performance.now();
    const format = readFormat(invocation);
    if (invocation.positionals.length === 0) throw new UsageError('no files given; name files or folders to validate');
    const folder = openGeneratedFolder(invocation.text('generated'), invocation.cwd);
    const schema = namedSchema(targetOf(invocation), folder.manifest);
    const files = findFiles(invocation.positionals, invocation.cwd).map((file) => ({
      file,
      shownAs: displayPath(file, invocation.cwd),
    }));
    const diagnostics = sortDiagnostics(await checkFiles(files, folder, schema));
    if (format === 'json') invocation.print(formatJson(diagnostics));
    else
      invocation.print(
        formatPretty(diagnostics, invocation.paint) + summary(diagnostics, files.length, performance.now() - started),
      );
    return hasErrors(diagnostics) ? 1 : 0;
  },
};

function targetOf(invocation: Invocation): Parameters<typeof namedSchema>[0] {
  const [schema, operation, status] = [
    invocation.text('schema'),
    invocation.text('operation'),
    invocation.text('status'),
  ];
  return {
    ...(schema !== undefined && { schema }),
    ...(operation !== undefined && { operation }),
    ...(status !== undefined && { status }),
  };
}

function summary(diagnostics: readonly Diagnostic[], files: number, milliseconds: number): string {
  const time = `(${(milliseconds / 1000).toFixed(2)} s)`;
  if (diagnostics.length === 0) return `${count(files, 'file')} valid ${time}\n`;
  const affected = new Set(diagnostics.map(({ at }) => at.file)).size;
  return `${count(diagnostics.length, 'problem')} in ${affected} of ${count(files, 'file')} ${time}\n`;
}
