#!/usr/bin/env node
// Committed as JavaScript because npm links a bin only when its file exists, and `dist/` is built after linking.
import '../dist/cli.js';
