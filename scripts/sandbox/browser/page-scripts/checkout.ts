import { readData, valueOf, wire } from './page-script.js';

// Script of the checkout page.

const { declines = [] } = readData();

wire('/_sandbox/browser/end', (action) => {
  if (action === 'decline') return { ...declines[Number(valueOf('reason'))] };
  return action === 'other' ? { amount: Number(valueOf('amount')) } : {};
});
