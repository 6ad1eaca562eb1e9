import type { Course } from '../../../db/models/course.ts';
import type { User } from '../../../db/models/user.ts';
import { formatMoment } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import type { AutoCopy } from '../../services/copies/copy-service.ts';
import type { Erasure, ProfileService } from '../../services/profile-service.ts';
import type { UndoOffer } from '../../ui/undo.tsx';

export type Target =
  | { readonly kind: 'course'; readonly user: User; readonly course: Course }
  | { readonly kind: 'profile'; readonly user: User }
  | { readonly kind: 'all'; readonly users: readonly User[] };

/** Those whose work it is about. */
export const learnersOf = (target: Target): readonly User[] => (target.kind === 'all' ? target.users : [target.user]);

/** Copies named one by one; of more there is a number. */
const NAMED = 3;

/** Erases, and gives back what undoing it takes. `copiesLeft` is asked then: automatic ones that still hold it. */
export async function erasureOf(
  target: Target,
  profiles: ProfileService,
  copiesLeft: () => Promise<readonly AutoCopy[]>,
): Promise<UndoOffer> {
  const current = await profiles.current();
  const erasures = await erase(target, profiles);
  const copies = await copiesLeft();
  const backups = [...new Map(erasures.flatMap((e) => e.backups).map((b) => [b.name, b])).values()];
  return {
    id: crypto.randomUUID(),
    words: wordsOf(target),
    note: [
      backups.length === 0 ? '' : t('data.stillIn', { names: namesOf(backups.map((b) => `${b.name} (${formatMoment(b.at)})`)) }),
      copies.length === 0 ? '' : t('data.stillInCopies', { count: copies.length, names: namesOf(copies.map(({ at }) => formatMoment(at))) }),
    ].join(' ').trim(),
    async undo() {
      for (const erasure of erasures.toReversed()) await erasure.undo();
      if (current !== null && (await profiles.current())?.id !== current.id) await profiles.switchTo(current.id);
    },
  };
}

const namesOf = (names: readonly string[]): string =>
  names.length <= NAMED ? names.join(', ') : t('data.andMore', { names: names.slice(0, NAMED).join(', '), count: names.length - NAMED });

async function erase(target: Target, profiles: ProfileService): Promise<Erasure[]> {
  if (target.kind === 'course') return [await profiles.eraseCourse(target.user.id, target.course.id)];
  if (target.kind === 'profile') return [await profiles.erase(target.user.id)];
  const erasures: Erasure[] = [];
  try {
    for (const { id } of target.users) erasures.push(await profiles.erase(id));
  } catch (error) {
    // All of them or none: half of them would be gone with no way back.
    for (const erasure of erasures.toReversed()) await erasure.undo();
    throw error;
  }
  return erasures;
}

function wordsOf(target: Target): string {
  if (target.kind === 'course') return t('data.erasedCourse', { course: target.course.title });
  return target.kind === 'profile' ? t('data.erasedProfile', { name: target.user.displayName }) : t('data.erasedAll');
}
