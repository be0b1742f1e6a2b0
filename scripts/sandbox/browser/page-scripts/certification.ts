import { valueOf, wire } from './page-script.js';

// Script of the certification page.

wire('/_sandbox/browser/certify', () => ({ name: valueOf('name'), phone: valueOf('phone') }));
