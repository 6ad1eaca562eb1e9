interface MaybeBuckets extends Navigator {
  readonly storageBuckets?: { open(name: string): Promise<{ readonly indexedDB: IDBFactory }> };
}

/** A storage bucket has files of its own, which open when the others do not. Null: this browser has none. */
export function bucketsOf({ storageBuckets }: MaybeBuckets): ((name: string) => Promise<IDBFactory>) | null {
  return storageBuckets === undefined ? null : async (name) => (await storageBuckets.open(name)).indexedDB;
}
