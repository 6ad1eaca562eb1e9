import type { PreviewSource } from '../packs/preview-source.ts';

/** Where a preview has its course from. */
export interface PreviewFeed {
  /** Null: there is nobody to ask any more. */
  read(): Promise<PreviewLook | null>;
  /** Calls back whenever there may be something new; to be told once, for as long as the page is there. */
  onChange(listener: () => void): void;
}

export interface PreviewLook {
  readonly source: PreviewSource;
  /** `source.course` as a pack; null where there is none, or it cannot be had any more. */
  pack(): Promise<Blob | null>;
}
