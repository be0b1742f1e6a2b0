import { readdirSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import { billingKeyBy, GATEWAYS, payMethodsOf, pgSupports } from '../../generated/gateways.js';

interface Cell {
  readonly value: unknown;
  readonly confidence: string;
  readonly source: string;
}

interface Facts {
  readonly code: string;
  readonly pay_methods?: readonly Cell[];
  readonly cells?: Readonly<Record<string, Cell>>;
}

// Edge: files of this repository, written in this form.
const facts = readdirSync('spec/pgs').map((file) => parse(readFileSync(`spec/pgs/${file}`, 'utf8')) as Facts);

describe('what the gateways can do', () => {
  it('is known of 46 gateways', () => {
    expect(Object.keys(GATEWAYS).sort()).toEqual(facts.map(({ code }) => code).sort());
    expect(facts).toHaveLength(46);
  });

  it.each(facts.map((each) => [each.code, each] as const))(
    '%s: every cell is in the look-ups',
    (code, { cells = {}, pay_methods: methods = [] }) => {
      expect(payMethodsOf(code)).toEqual(methods);
      for (const [feature, cell] of Object.entries(cells)) {
        expect(pgSupports(code, feature)).toEqual(cell);
        expect(['high', 'medium', 'low', 'unknown']).toContain(cell.confidence);
        expect(cell.source).not.toBe('');
      }
    },
  );

  it('answers by name', () => {
    expect(pgSupports('kcp', 'partial_cancel')).toMatchObject({ value: true, confidence: 'medium' });
    expect(payMethodsOf('html5_inicis').map(({ value }) => value)).toContain('vbank');
    expect(billingKeyBy('tosspayments')).toMatchObject({ window: { value: true }, api: { value: true } });
    expect(billingKeyBy('kcp_billing')).toMatchObject({ window: { value: true }, api: { value: false } });
    expect(billingKeyBy('kcp_v2')).toMatchObject({ window: { value: false }, api: { value: false } });
  });

  it.each(['', 'nobody', 'constructor', '__proto__', 'toString'])('knows nothing of %j, and does not throw', (name) => {
    expect(pgSupports(name, 'escrow')).toBeUndefined();
    expect(pgSupports('kcp', name)).toBeUndefined();
    expect(payMethodsOf(name)).toEqual([]);
    expect(billingKeyBy(name)).toBeUndefined();
  });

  it('is a table for people too', () => {
    const table = readFileSync('generated/gateways.md', 'utf8');
    for (const { code } of facts) expect(table).toContain(`| \`${code}\``);
  });
});
