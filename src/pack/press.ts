import type { Checked } from '../diagnostics/checked.ts';
import type { Pieces } from '../store/store.ts';
import type { Contract } from './contract.ts';
import type { PackedMember } from './manifest.ts';

/** What contracts share that ask for the same: members in their order, in one language. */
export type PackSet = Pick<Contract, 'language' | 'members'>;

/** Makes packs: what a set shares once, what a contract adds for each. Plain bytes out; nothing is written. */
export type Press = {
  /** There is no value where the set cannot be made for anybody. */
  readonly prepare: (set: PackSet) => Promise<Checked<PreparedSet>>;
};

/** What is the same for every contract of a set. */
export type PreparedSet = {
  /** Id of the brand that its packs wear. */
  readonly brand: string;
  readonly members: readonly PackedMember[];
  /** Digest of all that reaches the bytes of a contract's pack. */
  readonly keyOf: (contract: Contract) => string;
  /** Makes a contract's pack. There is no value where the contract's words cannot be set as they are. */
  readonly bind: (contract: Contract) => Promise<Checked<BoundPack>>;
};

/** The bytes of a pack, proved to speak of its own contract and no other. */
export type BoundPack = { readonly pdf: Pieces; readonly xlsx: Pieces };
