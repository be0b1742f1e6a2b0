#!/usr/bin/env node
// Committed as JavaScript because npm links a bin only when its file exists, and `dist/` is built after linking.
import module from 'node:module';

// As tsc and Vite do, from Node 22 on: the next run does not compile the same code again. NODE_DISABLE_COMPILE_CACHE=1 turns it off.
module.enableCompileCache?.();
await import('../dist/cli.js');
