import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { hasBanner } from '../../scripts/generate/emit/banner.js';
import { cyclesOf, everyImport, folderGraph, importGraph, listFiles, parseFile, type Import } from '../import-graph.js';

// The map of ARCHITECTURE.md: what the folders are, and which imports which.

const LAYERS = [
  ...['json', 'messages', 'source', 'openapi', 'evaluate', 'secrets', 'invariants', 'report', 'files', 'config'],
  ...['lint', 'generate', 'validate', 'fix', 'coverage', 'watch', 'commands'],
];
const RUNTIME_LAYERS = ['client', 'auth', 'payments', 'webhooks', 'browser'];

/** Layers that a web page can run: they import nothing of Node. */
const PURE_LAYERS = LAYERS.slice(0, LAYERS.indexOf('files'));

const source = listFiles('src', /\.ts$/);
const toolkit = listFiles('scripts', /\.ts$/);
const layered = toolkit.filter((file) => !/^scripts\/(sandbox|site)\//.test(file));
const written = [...source, ...toolkit, ...listFiles('test', /\.ts$/)].filter(
  (file) => !file.startsWith('test/golden/output'),
);
const generated = listFiles('generated', /./);
const graph = importGraph(layered);
const runtimeGraph = importGraph(source);

/** Folders inside the same folder. */
function isSibling(one: string, other: string): boolean {
  return path.dirname(one) === path.dirname(other);
}

function importsOf(file: string): Import[] {
  return everyImport(parseFile(file));
}

/** Files directly in the top folder are the entries: they may import everything. */
function layerOf(file: string, layers: readonly string[]): number {
  const [, folder = '', ...rest] = file.split(path.sep);
  return rest.length === 0 ? layers.length : layers.indexOf(folder);
}

function upwardImports(imports: typeof graph, top: string, layers: readonly string[]): string[] {
  return [...imports].flatMap(([file, targets]) =>
    targets
      .filter((target) => target.startsWith(`${top}/`) && layerOf(target, layers) > layerOf(file, layers))
      .map((target) => `${file} -> ${target}`),
  );
}

describe('the tree', () => {
  it('has the fixed top level', () => {
    const allowed =
      'spec scripts generated src test package.json package-lock.json tsconfig.json README.md README.ko.md SECURITY.md LICENSE CHANGELOG.md ARCHITECTURE.md CONTRIBUTING.md action.yml';
    const found = readdirSync('.').filter(
      (name) => !name.startsWith('.') && !['node_modules', 'dist'].includes(name) && !name.endsWith('.tgz'),
    );
    expect(found.filter((name) => !allowed.split(' ').includes(name))).toEqual([]);
  });

  it('has no file named for nothing in particular', () => {
    const vague = /(^|\/)(utils?|helpers?|misc|common|types)\.ts$/;
    expect(written.filter((file) => vague.test(file) && !file.startsWith('scripts/generate/emit/'))).toEqual([]);
    const indexes = [...source, ...toolkit].filter((file) => file.endsWith('index.ts'));
    expect(indexes).toEqual(['src/index.ts']);
  });

  it('has kebab-case file names', () => {
    expect(written.filter((file) => !/^[a-z0-9.-]+$/.test(path.basename(file)))).toEqual([]);
  });
});

describe('imports', () => {
  it('src/ takes values of generated/ in its entries only, and nothing of scripts/', () => {
    for (const file of source) {
      const faults = importsOf(file).filter(
        ({ from, isTypeOnly }) =>
          from.includes('scripts/') || (from.includes('generated/') && !isTypeOnly && !/^src\/[^/]+$/.test(file)),
      );
      expect({ file, faults }).toEqual({ file, faults: [] });
    }
  });

  it('src/ depends on openapi-fetch and on nothing else', () => {
    const packages = source
      .flatMap(importsOf)
      .map(({ from }) => from)
      .filter((from) => !from.startsWith('.'));
    expect([...new Set(packages)]).toEqual(['openapi-fetch']);
  });

  it('generated/ imports only itself, and types of src/', () => {
    const code = generated.filter((file) => /\.(ts|js)$/.test(file));
    for (const file of code) {
      const outside = importsOf(file).filter(({ from, isTypeOnly }) => {
        const target = from.startsWith('.') ? path.join(path.dirname(file), from) : from;
        return !target.startsWith('generated/') && !(isTypeOnly && target.startsWith('src/'));
      });
      expect({ file, outside }).toEqual({ file, outside: [] });
      expect(readFileSync(file, 'utf8')).not.toMatch(/\brequire\(/);
    }
  });
});

it('starting the program loads one small package: neither a compiler, Redocly nor the YAML parser', () => {
  const seen = new Set<string>();
  const packages = new Set<string>();
  const follow = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const { from, isTypeOnly, isDynamic } of importsOf(file)) {
      if (isTypeOnly || isDynamic) continue;
      if (from.startsWith('.')) follow(path.join(path.dirname(file), from.replace(/\.js$/, '.ts')));
      else if (!from.startsWith('node:')) packages.add(from);
    }
  };
  // Commands are loaded on demand; none of them may load more than its own work needs. `validate` has jsonc-parser bundled.
  for (const file of ['scripts/cli.ts', ...listFiles('scripts/commands', /\.ts$/)]) follow(file);
  expect([...packages]).toEqual(['jsonc-parser']);
});

describe('generated files', () => {
  it('are marked in their first lines', () => {
    expect(generated.filter((file) => !hasBanner(readFileSync(file, 'utf8')))).toEqual([]);
  });
});

describe('layers', () => {
  it('has a place in the order for every folder', () => {
    const folders = [...layered, ...source].map((file) => file.split(path.sep)).filter(({ length }) => length > 2);
    const known = [...LAYERS, ...RUNTIME_LAYERS];
    expect([...new Set(folders.map(([, folder]) => folder))].filter((folder) => !known.includes(folder!))).toEqual([]);
  });

  it('import from layers before them only', () => {
    const found = [...upwardImports(graph, 'scripts', LAYERS), ...upwardImports(runtimeGraph, 'src', RUNTIME_LAYERS)];
    expect(found).toEqual([]);
    expect([...graph.values()].flat().filter((target) => !target.startsWith('scripts/'))).toEqual([]);
  });

  it('form no cycle, neither among files nor among folders', () => {
    // Generated resources take types of src/client/, the entries of src/ make clients of them.
    const all = importGraph([...source, ...listFiles('generated', /\.ts$/)]);
    // The file of a resource has the types of its inputs and the rows that load their validators: an input's validator has one
    // import of a type that leads back.
    const isType = (from: string, to: string): boolean =>
      from.startsWith('generated/validators/') && to.startsWith('generated/resources/');
    const values = [...all].map(([from, targets]): [string, readonly string[]] => [
      from,
      targets.filter((to) => !isType(from, to)),
    ]);
    expect(cyclesOf(new Map(values))).toEqual([]);
    for (const files of [graph, runtimeGraph]) {
      expect(cyclesOf(files)).toEqual([]);
      expect(cyclesOf(folderGraph(files, 2))).toEqual([]);
      // A folder uses the folders inside it, and they may use what it has for all of them.
      expect(cyclesOf(folderGraph(files, 3, isSibling))).toEqual([]);
    }
  });

  it('import nothing of Node before files/, so that a web page can run them', () => {
    const pure = layered.filter((file) => PURE_LAYERS.some((layer) => file.startsWith(`scripts/${layer}/`)));
    const found = pure.flatMap((file) =>
      everyImport(parseFile(file))
        .filter(({ from }) => isBuiltin(from))
        .map(({ from }) => `${file} -> ${from}`),
    );
    expect(found).toEqual([]);
  });
});

describe('the sandbox, a package of its own', () => {
  const files = listFiles('scripts/sandbox', /\.ts$/);
  const order = ['model', 'server', 'control', 'browser'];
  const sandboxGraph = importGraph(files);
  const folderOf = (file: string): number => {
    const [, , folder = '', ...rest] = file.split(path.sep);
    return rest.length === 0 ? order.length : order.indexOf(folder);
  };

  it('has a place in the order for every folder, and imports from folders before only', () => {
    expect(files.filter((file) => folderOf(file) === -1)).toEqual([]);
    const upward = [...sandboxGraph].flatMap(([file, targets]) =>
      targets.filter((target) => folderOf(target) > folderOf(file)).map((target) => `${file} -> ${target}`),
    );
    expect(upward).toEqual([]);
  });

  it('forms no cycle among files', () => {
    expect(cyclesOf(sandboxGraph)).toEqual([]);
  });

  it('imports the runtime as a package, nothing of the toolkit, and nothing of Node before server/start', () => {
    const allowed = /^(\.|iamport-kit$|iamport-kit\/(validators\/|gateways$)|msw$)/;
    const needsNode = /^scripts\/sandbox\/(start|server\/node-)/;
    const found = files.flatMap((file) =>
      everyImport(parseFile(file))
        .filter(({ from }) => !allowed.test(from) && !(needsNode.test(file) && from.startsWith('node:')))
        .map(({ from }) => `${file} -> ${from}`),
    );
    expect(found).toEqual([]);
    const outside = [...sandboxGraph.values()].flat().filter((target) => !target.startsWith('scripts/sandbox/'));
    expect(outside).toEqual([]);
  });
});
