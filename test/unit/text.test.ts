import { describe, expect, it } from 'vitest';

import { commentText, docComment, literal, propertyName } from '../../scripts/generate/text.js';
import { camelCase, createNamer, listName, methodName, pascalCase } from '../../scripts/openapi/identifiers.js';

describe('literal', () => {
  it.each([
    ["it's", "'it\\'s'"],
    ['say "hi"', '\'say "hi"\''],
    ['back\\slash\\', "'back\\\\slash\\\\'"],
    ['line\nbreak\u2028\u2029', "'line\\nbreak\\u2028\\u2029'"],
    ['</script>', "'<\\/script>'"],
    ['\ud800', "'\\ud800'"],
    ['${x} `y`', "'${x} `y`'"],
    [1.5, '1.5'],
    [-0, '0'],
  ])('writes %j as %s', (value, want) => {
    expect(literal(value)).toBe(want);
  });
});

describe('methodName', () => {
  it.each([
    ['delete', 'delete'],
    ['list-all', 'listAll'],
    ['2nd', '_2nd'],
  ])('makes %j %s', (text, want) => {
    expect(methodName(text)).toBe(want);
  });
});

describe('propertyName', () => {
  it.each([
    ['imp_uid', 'imp_uid'],
    ['imp_uid[]', "'imp_uid[]'"],
    ['__proto__', '["__proto__"]'],
    ["a': x, 'b", "'a\\': x, \\'b'"],
    ['', "''"],
  ])('writes %j as %s', (name, want) => {
    expect(propertyName(name)).toBe(want);
  });
});

describe('commentText', () => {
  it.each([
    ['ends */ here', 'ends *\\/ here'],
    ['a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
    ['bell\u0007 and \u202Eover', 'bell and over'],
    ['**/', '**\\/'],
  ])('%j', (text, want) => {
    expect(commentText(text)).toBe(want);
  });

  it('keeps every line of a block behind a star', () => {
    expect(docComment('a\n*/ x()\n\nb')).toBe('/**\n * a\n * *\\/ x()\n *\n * b\n */\n');
  });

  it('gives nothing for nothing', () => {
    expect(docComment(' \n ')).toBe('');
  });
});

describe('identifiers', () => {
  it.each([
    ['pay_method', 'PayMethod', 'payMethod'],
    ['billing-keys', 'BillingKeys', 'billingKeys'],
    ['카드 코드', '카드코드', '카드코드'],
    ['3d-secure', '_3dSecure', '_3dSecure'],
    ['class', 'Class', '_class'],
    ['get', 'Get', 'get'],
    ["x'; alert(1)//", 'XAlert1', 'xAlert1'],
    ['', '_', '_'],
    ['***', '_', '_'],
    ['__proto__', 'Proto', 'proto'],
  ])('%j', (text, pascal, camel) => {
    expect([pascalCase(text), camelCase(text)]).toEqual([pascal, camel]);
  });

  it('never come twice, whatever their case', () => {
    const unique = createNamer();
    expect(['FooBar', 'foobar', 'FooBar'].map(unique)).toEqual(['FooBar', 'foobar_2', 'FooBar_3']);
  });

  it.each([
    ['PayMethod', 'PAY_METHODS'],
    ['PaymentStatus', 'PAYMENT_STATUSES'],
    ['Currency', 'CURRENCIES'],
    ['PGProvider', 'PG_PROVIDERS'],
    ['Day', 'DAYS'],
  ])('the list of %s is %s', (name, want) => {
    expect(listName(name)).toBe(want);
  });
});
