import type { Id } from '../../../db/models/ids.ts';
import type { InstalledPack } from '../../../db/models/installed-pack.ts';
import type { Result } from '../../core/result.ts';
import type { BadPack } from '../../packs/pack/bad-pack.ts';
import type { PackCover } from '../../packs/pack/pack-reader.ts';
import type { WriteFailure } from '../failures.ts';

/** A pack that was looked into: what it is, and what taking it would mean. Nothing was written. */
export interface PackOffer {
  readonly cover: PackCover;
  /** What of this course is here already. */
  readonly here:
    | { readonly kind: 'nothing' }
    /** The very same content. */
    | { readonly kind: 'same' }
    /** Another version of it: an update, or a step back (`version` null: it came with a backup, which does not say). `isRemoved`: taken out of the library before; its history is still here. */
    | { readonly kind: 'older' | 'newer' | 'changed'; readonly version: string | null; readonly isRemoved: boolean };
  /** Of the languages in its cover, the one to begin with: that in which it is here, else the learner's own, else the course's. */
  readonly language: string;
  /** Everything from here on may be called once; `close` in any case. `language`: the one above unless told. */
  install(onProgress: (progress: InstallProgress) => void, signal: AbortSignal, language?: string): Promise<Result<{ readonly courseId: Id }, InstallFailure>>;
  close(): void;
}

export interface InstallProgress {
  /** `reading` can be called off; `writing` is one transaction. */
  readonly step: 'reading' | 'writing';
  /** 0–1 of the step. */
  readonly fraction: number;
}

export type InstallFailure =
  | BadPack
  | WriteFailure
  /** Called off in time: nothing was written. */
  | { readonly type: 'Cancelled' };

export type OpenFailure =
  | BadPack
  /** The id, or the address, belongs to a course that came with the app or from elsewhere. */
  | { readonly type: 'IdTaken'; readonly id: string; readonly title: string };

export interface PackService {
  /** Looks into a file: what it is, by whom, under which licence, how large. */
  open(file: Blob): Promise<Result<PackOffer, OpenFailure>>;
  /** What came from files. */
  installed(): Promise<readonly InstalledPack[]>;
  /** Back to the version before: its bytes are kept. Null where there is none. */
  stepBack(packId: Id, onProgress: (progress: InstallProgress) => void): Promise<Result<{ readonly courseId: Id }, InstallFailure> | null>;
  /** The same version with its words in another of its languages; all history stays. Null where it is no longer here. */
  setLanguage(packId: Id, language: string, onProgress: (progress: InstallProgress) => void): Promise<Result<{ readonly courseId: Id }, InstallFailure> | null>;
  /** The language of a lesson's text, where it is not translated into its course's; else null. */
  languageOf(courseId: Id, lessonId: Id): Promise<string | null>;
  /** A picture that a lesson's text names; null where it has none. */
  asset(lessonId: Id, path: string): Promise<{ readonly mediaType: string; readonly bytes: Uint8Array<ArrayBuffer> } | null>;
}
