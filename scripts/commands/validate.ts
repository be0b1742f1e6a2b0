import type { Command, Invocation } from '../command.js';
import { displayPath } from '../display-path.js';
import { createReporter, REPORT_FLAGS } from '../report/reporter.js';
import { summarise } from '../report/summary.js';
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
    ...REPORT_FLAGS,
  },
  examples: [
    'iamport-kit validate callback.json --schema PaymentCallback',
    'iamport-kit validate recorded/*.json --operation getPayment',
    'iamport-kit validate fixtures/      # fixtures/<operationId>/<status|request>.<name>.json or fixtures/<Schema>/<name>.json',
  ],
  async run(invocation) {
    const started = performance.now();
    const reporter = await createReporter(invocation);
    if (invocation.positionals.length === 0) throw new UsageError('no files given; name files or folders to validate');
    const folder = openGeneratedFolder(invocation.text('generated'), invocation.cwd);
    const schema = namedSchema(targetOf(invocation), folder.manifest);
    const files = findFiles(invocation.positionals, invocation.cwd).map((file) => ({
      file,
      shownAs: displayPath(file, invocation.cwd),
    }));
    reporter.add(await checkFiles(files, folder, schema));
    reporter.cover(files.map(({ shownAs }) => shownAs));
    return reporter.finish((_reported, totals, language) =>
      summarise(totals, { files: files.length, milliseconds: performance.now() - started }, language),
    );
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
