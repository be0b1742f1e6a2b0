import type { Project, Source } from './project.js';

const SOURCES: readonly Source[] = ['package', 'folder'];

const NEST_TSCONFIG = {
  compilerOptions: {
    ...{ module: 'nodenext', moduleResolution: 'nodenext', resolvePackageJsonExports: true, esModuleInterop: true },
    ...{ isolatedModules: true, declaration: true, removeComments: true, emitDecoratorMetadata: true },
    ...{ experimentalDecorators: true, allowSyntheticDefaultImports: true, target: 'ES2023', sourceMap: true },
    ...{ outDir: './dist', baseUrl: './', incremental: true, skipLibCheck: true, strictNullChecks: true },
    ...{ forceConsistentCasingInFileNames: true, noImplicitAny: false, strictBindCallApply: false },
    noFallthroughCasesInSwitch: false,
  },
};

/** An application with one controller, which asks itself once and closes. */
const NEST_MAIN = (source: Source): string => `import 'reflect-metadata';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { shop } from './shop-${source}';

@Controller()
class ShopController {
  @Get()
  visit(): Promise<string> {
    return shop(String(process.env.API_URL));
  }
}

@Module({ controllers: [ShopController] })
class AppModule {}

async function bootstrap() {
  const app = await NestFactory.create(AppModule, { logger: ['error'] });
  await app.listen(0, '127.0.0.1');
  console.log(await (await fetch(await app.getUrl())).text());
  await app.close();
}
bootstrap();
`;

// As Next.js writes it.
const NEXT_TSCONFIG = {
  compilerOptions: {
    ...{ target: 'ES2017', lib: ['dom', 'dom.iterable', 'esnext'], allowJs: true, skipLibCheck: true, strict: false },
    ...{ noEmit: true, incremental: true, module: 'esnext', esModuleInterop: true, moduleResolution: 'bundler' },
    ...{ resolveJsonModule: true, isolatedModules: true, jsx: 'react-jsx', plugins: [{ name: 'next' }] },
  },
  include: ['next-env.d.ts', '**/*.ts', '**/*.tsx', '.next/types/**/*.ts'],
  exclude: ['node_modules'],
};

const ROUTE = (source: Source): string => `import { shop } from '../../src/shop-${source}';

export async function GET() {
  return new Response(await shop(String(process.env.API_URL)));
}
export const dynamic = 'force-dynamic';
`;

/** Starts what is built, asks a route once and ends it. */
const NEXT_VISIT = `import { spawn } from 'node:child_process';

const args = ['node_modules/next/dist/bin/next', 'start', '--port', '0', '--hostname', '127.0.0.1'];
const next = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
let output = '';
next.stdout.on('data', async (chunk) => {
  output += chunk;
  const [, url] = /Local:\\s+(http:\\/\\/[^\\s]+)[^]*Ready/.exec(output) ?? [];
  if (url === undefined) return;
  next.stdout.removeAllListeners('data');
  console.log(await (await fetch(url + '/' + process.argv[2])).text());
  next.kill();
});
`;

/** Nest and Next. */
export const FRAMEWORK_PROJECTS: readonly Project[] = [
  {
    name: 'nest',
    install: [
      ...[
        '@nestjs/common@11',
        '@nestjs/core@11',
        '@nestjs/platform-express@11',
        '@nestjs/cli@11',
        '@nestjs/schematics@11',
      ],
      ...['reflect-metadata@0.2', 'rxjs@7', 'typescript@5.9', '@types/node@22'],
    ],
    // As `nest new` writes it: no `type`.
    manifest: {},
    suffix: '',
    sources: ['package', 'folder'],
    files: {
      'tsconfig.json': JSON.stringify(NEST_TSCONFIG),
      'tsconfig.build.json': JSON.stringify({ extends: './tsconfig.json', exclude: ['node_modules', 'dist'] }),
      'nest-cli.json': JSON.stringify({
        collection: '@nestjs/schematics',
        sourceRoot: 'src',
        compilerOptions: { deleteOutDir: true },
      }),
      ...Object.fromEntries(SOURCES.map((source) => [`src/nest-${source}.ts`, NEST_MAIN(source)])),
    },
    rows: [
      {
        title: 'Nest 11, built by `nest build`',
        commands: (source) => [
          ['node', 'node_modules/@nestjs/cli/bin/nest.js', 'build'],
          ['node', `dist/nest-${source}.js`],
        ],
      },
    ],
  },
  {
    name: 'next',
    install: ['next@16.4.6', 'react@19.3.1', 'react-dom@19.3.1', 'typescript@5.9', '@types/node@22', '@types/react@19'],
    manifest: {},
    suffix: '',
    sources: ['package', 'folder'],
    files: {
      'tsconfig.json': JSON.stringify(NEXT_TSCONFIG),
      'app/layout.tsx':
        'export default function Layout({ children }) { return <html><body>{children}</body></html>; }\n',
      ...Object.fromEntries(SOURCES.map((source) => [`app/${source}/route.ts`, ROUTE(source)])),
      'visit.mjs': NEXT_VISIT,
    },
    rows: ['--turbopack', '--webpack'].map((bundler) => ({
      title: `Next 16, \`next build ${bundler}\`, \`strict: false\``,
      commands: (source) => [
        ['node', 'node_modules/next/dist/bin/next', 'build', bundler],
        ['node', 'visit.mjs', source],
      ],
    })),
  },
];
