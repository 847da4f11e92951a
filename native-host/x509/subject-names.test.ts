import { Name, RelativeDistinguishedName } from '@peculiar/asn1-x509';
import { expect, it } from 'vitest';
import { attributesOf } from './subject-names.ts';

it('a name loses what could make it pass for another on the screen (Unicode TR36)', () => {
  const attribute = { type: '2.5.4.3', value: { toString: () => '示例\u202e公司限有\u200b\u001b[31m' } };
  const name = new Name([new RelativeDistinguishedName([attribute as never])]);
  expect(attributesOf(name)).toEqual([{ type: '2.5.4.3', value: '示例公司限有[31m' }]);
});
