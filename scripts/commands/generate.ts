import path from 'node:path';

import type { Command, Invocation } from '../command.js';
import { displayPath } from '../display-path.js';
import { findSpec, isOwnPackage } from '../generate/project.js';
import { applyDifferences, compareOutput } from '../generate/write.js';
import { formatDifferences, formatSummary } from '../report/output.js';
import { count, formatPretty } from '../report/pretty.js';
import { UsageError } from '../usage-error.js';
import { readHosts, REMOTE_FLAG } from './remote-flag.js';

/** `iamport-kit generate`: from a spec to code, or a check that the code on disk is what it would write. */
export const generateCommand: Command = {
  name: 'generate',
  summary: 'Write types, client, validators and schemas from an OpenAPI 3.0 or 3.1 document',
  usage: '[--spec FILE] [--overlay FILE]… [--out DIR] [--check] [--include TAG,…]',
  flags: {
    spec: {
      type: 'string',
      value: 'FILE',
      description: 'The document. Default: spec/openapi.yaml here, else the one in the installed iamport-kit',
    },
    overlay: {
      type: 'string',
      value: 'FILE',
      isRepeatable: true,
      description: 'OpenAPI Overlay to apply to the document first, in the order given',
    },
    out: { type: 'string', value: 'DIR', description: 'Where to write. Default: generated' },
    check: { type: 'boolean', description: 'Write nothing; exit 1 when anything in DIR is stale, missing or extra' },
    'allow-remote': REMOTE_FLAG,
    include: {
      type: 'string',
      value: 'TAG,…',
      isRepeatable: true,
      description: 'Only operations with one of these tags',
    },
  },
  examples: [
    'iamport-kit generate',
    'iamport-kit generate --check',
    'iamport-kit generate --include payments --out src/iamport',
  ],
  async run(invocation) {
    const started = performance.now();
    const { cwd } = invocation;
    if (invocation.positionals.length > 0)
      throw new UsageError('generate takes no files; name the document with --spec');
    const specFile = findSpec(invocation.text('spec'), cwd);
    const out = outFolder(invocation);
    // Loaded only now: the compilers and Redocly take most of a second, and `--help` needs neither.
    const [{ loadSpec }, { generate }] = await Promise.all([
      import('../generate/load.js'),
      import('../generate/pipeline.js'),
    ]);
    const overlays = invocation.texts('overlay').map((file) => path.resolve(cwd, file));
    const reach = { hosts: readHosts(invocation), files: overlays };
    const spec = await loadSpec(specFile.file, specFile.shownAs, reach);
    const result = await generate(spec, { include: tags(invocation), overlays, hasEntry: !isOwnPackage(out), cwd });
    if (result.diagnostics.length > 0) {
      invocation.print(formatPretty(result.diagnostics, invocation.paint));
      invocation.print(`${count(result.diagnostics.length, 'problem')} in ${specFile.shownAs}; nothing was written\n`);
      return 1;
    }
    const differences = compareOutput(result.files, out);
    const shownOut = displayPath(out, cwd);
    if (invocation.isSet('check')) {
      invocation.print(formatDifferences(differences, shownOut, result.files.length));
      return differences.length > 0 ? 1 : 0;
    }
    applyDifferences(differences, out);
    invocation.print(
      formatSummary({
        spec: specFile.shownAs,
        out: shownOut,
        result,
        differences,
        milliseconds: performance.now() - started,
      }),
    );
    return 0;
  },
};

function outFolder(invocation: Invocation): string {
  const out = invocation.text('out') ?? 'generated';
  if (out === '') throw new UsageError('--out is empty; name a folder');
  return path.resolve(invocation.cwd, out);
}

function tags(invocation: Invocation): string[] {
  const names = invocation.texts('include').flatMap((value) => value.split(',').map((tag) => tag.trim()));
  if (names.includes('')) throw new UsageError('--include has an empty tag; write --include payments,webhooks');
  return names;
}
