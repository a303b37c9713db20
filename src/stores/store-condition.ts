/** Takes a value into a statement. @returns what stands for it there: `$3`, or `:bound3` */
export type Bind = (value: unknown) => string;

/** Which stores are meant, as SQL. Values get into it by `bind` alone. */
export interface StoreCondition {
  /** Of a row of `stores`, as the statement names it. */
  ofStore(store: string, bind: Bind): string;
}

/** The stores of a group. */
export interface GroupCondition extends StoreCondition {
  /** Differs from that of another group, and of this one before it was changed: for what is kept under it. */
  readonly key: string;
  /** Of the id of a store, as SQL: that of a visit, for example. */
  ofStoreId(storeId: string, bind: Bind): string;
  /** All of them, when there are few; undefined when there are many. */
  readonly few?: readonly string[];
}
