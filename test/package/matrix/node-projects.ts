import { NODE_LINES } from '../../bench/node-versions.mjs';
import { tsconfigs, type Command, type Machine, type Project, type Row, type Source } from './project.js';

const COMPILERS = ['5.4', '5.6', '5.9', '6', '7'];

const STRICTEST = {
  target: 'es2022',
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noImplicitOverride: true,
  noPropertyAccessFromIndexSignature: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  isolatedModules: true,
  skipLibCheck: false,
};

const typescript = (version: string): string => `typescript-${version}@npm:typescript@${version}`;

function compile(version: string, source: Source, folder: string, ...flags: string[]): Command {
  const args = ['-p', `tsconfig.${source}.json`, '--outDir', `out/${folder}`, ...flags];
  return ['node', `node_modules/typescript-${version}/bin/tsc`, ...args];
}

/** `tsc` builds, Node runs: with each compiler, and under each line of Node. */
function builtByTsc(kind: string, folder: string, flags: readonly string[] = [], versions = COMPILERS): Row[] {
  return versions.map((version) => ({
    title: `TypeScript ${version}, ${kind}`,
    commands: (source) => [
      compile(version, source, `${folder}-${version}`, ...flags),
      ['node', `out/${folder}-${version}/${source}.js`],
    ],
  }));
}

function underEachNode(kind: string, folder: string): Row[] {
  return NODE_LINES.map((line) => ({
    title: `Node ${line}, ${kind}`,
    commands: (source, { nodes }) => [[nodes[line] ?? `Node ${line} is not there`, `out/${folder}/${source}.js`]],
  }));
}

/** Projects that `tsc` alone builds, and those that need no build. */
export const NODE_PROJECTS: readonly Project[] = [
  {
    name: 'es-modules',
    install: COMPILERS.map(typescript),
    manifest: { type: 'module' },
    suffix: '.js',
    sources: ['package', 'folder'],
    files: tsconfigs({ ...STRICTEST, module: 'nodenext', verbatimModuleSyntax: true }),
    prepare: (source) => [compile('5.9', source, 'esm')],
    rows: [...builtByTsc('ES modules, `nodenext`', 'esm'), ...underEachNode('ES modules', 'esm')],
  },
  {
    name: 'commonjs',
    install: COMPILERS.map(typescript),
    manifest: { type: 'commonjs' },
    suffix: '',
    sources: ['package', 'folder'],
    files: tsconfigs({ ...STRICTEST, module: 'nodenext' }),
    prepare: (source) => [compile('5.9', source, 'cjs')],
    rows: [
      ...builtByTsc('CommonJS, `nodenext`', 'cjs'),
      // Later compilers refuse `node10`.
      ...builtByTsc(
        'CommonJS, `commonjs` with `node10`',
        'node10',
        ['--module', 'commonjs', '--moduleResolution', 'node10', '--esModuleInterop'],
        ['5.4', '5.6', '5.9'],
      ),
      ...underEachNode('CommonJS', 'cjs'),
    ],
  },
  {
    name: 'no-build',
    install: ['deno@2', 'bun@1', typescript('5.9')],
    manifest: { type: 'module' },
    suffix: '.ts',
    sources: ['package', 'folder'],
    files: tsconfigs({
      ...STRICTEST,
      module: 'nodenext',
      allowImportingTsExtensions: true,
      erasableSyntaxOnly: true,
      verbatimModuleSyntax: true,
      noEmit: true,
    }),
    prepare: (source) => [['node', 'node_modules/typescript-5.9/bin/tsc', '-p', `tsconfig.${source}.json`]],
    rows: [
      ...['24', '26'].map((line) => ({
        title: `Node ${line}, type stripping`,
        commands: (source: Source, { nodes }: Machine): Command[] => [
          [nodes[line] ?? `Node ${line} is not there`, `src/${source}.ts`],
        ],
      })),
      { title: 'Deno 2', commands: (source) => [['node_modules/.bin/deno', 'run', '--allow-all', `src/${source}.ts`]] },
      { title: 'Bun 1', commands: (source) => [['node_modules/.bin/bun', `src/${source}.ts`]] },
    ],
  },
];
