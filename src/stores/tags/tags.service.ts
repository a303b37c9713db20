import { Injectable } from '@nestjs/common';
import type { Caller } from '../../access/caller.js';
import type { StoreCondition } from '../store-condition.js';
import { StoresService } from '../stores.service.js';
import { TagChangeNotFoundError, TagChangeTooLargeError, TooManyTagsError } from './tags.errors.js';
import { TagsRepository, type TagChange, type TagCount, type TagWish } from './tags.repository.js';
import { MAX_CHANGED } from './tags.sql.js';

/** Free words that people give to stores. An import leaves them as they are. */
@Injectable()
export class TagsService {
  constructor(
    private readonly tags: TagsRepository,
    private readonly stores: StoresService,
  ) {}

  /** Tags in use, the most frequent first; 500 at the most. */
  list(beginning = ''): Promise<TagCount[]> {
    return this.tags.list(beginning);
  }

  /** How many stores a change is about, whether they have the tags already or not. */
  preview(which: StoreCondition): Promise<number> {
    return this.tags.count(which);
  }

  /**
   * Gives tags to many stores and takes others away, all in one statement.
   *
   * @throws TooManyTagsError, TagChangeTooLargeError, and nothing was changed
   */
  async change(which: StoreCondition, wish: TagWish, by: Caller): Promise<TagChange> {
    return checked(await this.tags.change(which, wish, by));
  }

  /**
   * A store has these tags from now on, and no others.
   *
   * @throws StoreNotFoundError
   */
  async replace(storeId: string, tags: readonly string[], by: Caller): Promise<TagChange> {
    await this.stores.findListed(storeId);
    return checked(await this.tags.replace(storeId, tags, by));
  }

  /**
   * Takes a change back, of each store just what it did there. What others have done since stays; a change of its own, so
   * that it can be undone, too.
   *
   * @throws TagChangeNotFoundError, TooManyTagsError
   */
  async undo(changeId: string, by: Caller): Promise<TagChange> {
    const isKnown = /^\d{1,18}$/.test(changeId) && (await this.tags.hasChange(changeId));
    if (!isKnown) throw new TagChangeNotFoundError(changeId);
    return checked(await this.tags.undo(changeId, by));
  }
}

function checked(change: TagChange): TagChange {
  if (change.fullStore !== null) throw new TooManyTagsError(change.fullStore);
  if (change.stores > MAX_CHANGED) throw new TagChangeTooLargeError(MAX_CHANGED);
  return change;
}
