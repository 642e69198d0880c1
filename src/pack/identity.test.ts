import { expect, it } from 'vitest';
import { proveIdentity } from './identity.ts';

const own = { id: 'CT-1', customer: 'Ünïcødé & Söhne <b>' };
const others = [{ id: 'CT-2', customer: 'Globex' }];
const common = ['Annex to contract C-0', 'OVH SAS'];

it('a cover that names its contract and customer and nobody else is proved, however its lines are broken', () => {
  const read = ['Annex to contract CT-1', 'OVH SAS', 'Ünïcødé &', ' Söhne\u00a0<b>'];
  expect(proveIdentity(read, own, others, common)).toEqual([]);
});

it('a cover without its customer, or with a letter of it lost, is refused', () => {
  expect(proveIdentity(['CT-1', 'Unïcødé & Söhne <b>'], own, others, common)).toEqual([
    "The cover does not say 'Ünïcødé & Söhne <b>', which its contract does.",
  ]);
});

it('a cover that names another contract, or its customer, is refused', () => {
  const read = ['CT-1', own.customer, 'Globex', 'CT-2'];
  expect(proveIdentity(read, own, others, common)).toEqual([
    "The cover says 'CT-2', which is of another contract.",
    "The cover says 'Globex', which is of another contract.",
  ]);
});

it('a customer who is named in the template itself is no stranger to any cover', () => {
  const provider = [{ id: 'CT-3', customer: 'OVH SAS' }];
  expect(proveIdentity(['CT-1 OVH SAS', own.customer], own, provider, common)).toEqual([]);
});

it('a customer whose name is part of another is no stranger there', () => {
  const longer = { id: 'CT-1', customer: 'Acme Holding' };
  expect(proveIdentity(['CT-1 Acme Holding'], longer, [{ id: 'CT-2', customer: 'Acme' }], common)).toEqual(
    [],
  );
});
