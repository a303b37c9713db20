import type { Category } from '../categories/category.js';
import type { NameWord } from '../names/name-reader.js';

/** A store of the area that is searched. */
export interface AreaStore {
  readonly id: string;
  readonly name: string;
  readonly category: Category;
}

/** A store whose name was read. */
export interface ReadStore extends AreaStore {
  readonly words: readonly NameWord[];
  /** Sounds of the words that tell it from others. */
  readonly telling: readonly string[];
}

/** A telling word that more stores of an area have is no sign of anything, unless another one comes with it. */
const COMMON_IN_AREA = 60;

interface Member {
  readonly store: ReadStore;
  /** Numbers of its blocks whose pairs were all told. */
  readonly told: number[];
}

/** Stores of an area that share a rare word, or two common ones, or whose telling words are the same without blanks and vowels. */
export class AreaBlocks {
  private readonly words = new Map<string, Member[]>();
  private readonly others = new Map<string, Member[]>();

  add(store: ReadStore): void {
    const member = { store, told: [] };
    for (const fold of new Set(store.telling)) put(this.words, fold, member);
    const bones = store.telling.join('').replace(/[aeiouh]/g, '');
    if (bones.length > 2) put(this.others, bones, member);
    store.telling.slice(1).forEach((fold, i) => put(this.others, `${store.telling[i]} ${fold}`, member));
  }

  /** How many stores have this telling word. */
  having(fold: string): number {
    return this.words.get(fold)?.length ?? 1;
  }

  /** Every two stores of a block, once, those of the smallest blocks first; and undefined in between, to rest at. */
  *pairs(): Generator<readonly [ReadStore, ReadStore] | undefined> {
    const bySize: Member[][][] = [];
    for (const blocks of [this.words, this.others]) {
      for (const block of blocks.values()) {
        if (block.length > 1 && block.length <= COMMON_IN_AREA) (bySize[block.length] ??= []).push(block);
        yield undefined;
      }
    }
    for (const [number, block] of bySize.flat().entries()) {
      for (const [i, one] of block.entries()) {
        for (const other of block.slice(0, i)) {
          if (!one.told.some((before) => other.told.includes(before))) yield inOrder(other.store, one.store);
        }
        yield undefined;
      }
      for (const { told } of block) told.push(number);
    }
  }
}

function put(blocks: Map<string, Member[]>, key: string, member: Member): void {
  const block = blocks.get(key);
  if (!block) blocks.set(key, [member]);
  else if (block.at(-1) !== member) block.push(member);
}

function inOrder(one: ReadStore, other: ReadStore): readonly [ReadStore, ReadStore] {
  return one.id < other.id ? [one, other] : [other, one];
}
