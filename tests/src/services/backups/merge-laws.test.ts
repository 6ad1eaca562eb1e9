import fc from 'fast-check';
import { expect, it } from 'vitest';
import { answerTrueFalse } from '../learner.ts';
import { signUp, type Device } from '../set-up.ts';
import { everythingIn } from '../../../db/open.ts';
import { bring, factsIn, twoDevices, untimed } from './two-devices.ts';

/** What a learner may do on either device. */
type Act =
  | { readonly kind: 'answer'; readonly exerciseId: string; readonly value: boolean }
  | { readonly kind: 'advance'; readonly lessonId: string }
  | { readonly kind: 'theme'; readonly theme: 'dark' | 'sepia' }
  | { readonly kind: 'rename'; readonly name: string }
  | { readonly kind: 'join'; readonly name: string };

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('answer' as const), exerciseId: fc.constantFrom('a1', 'a2', 'b1', 'c1'), value: fc.boolean() }) },
  fc.record({ kind: fc.constant('advance' as const), lessonId: fc.constantFrom('a', 'b', 'c') }),
  fc.record({ kind: fc.constant('theme' as const), theme: fc.constantFrom('dark' as const, 'sepia' as const) }),
  fc.record({ kind: fc.constant('rename' as const), name: fc.constantFrom('Ada', 'Ada L') }),
  fc.record({ kind: fc.constant('join' as const), name: fc.constantFrom('Ben', 'Ada') }),
);
const acts = fc.array(act, { maxLength: 6 });

async function carryOut(device: Device, userId: string, all: readonly Act[]): Promise<void> {
  const { services } = device;
  for (const one of all) {
    if (one.kind === 'answer') await answerTrueFalse(device, userId, one.exerciseId, one.value);
    else if (one.kind === 'advance') await services.progress.advanceToNextLesson(userId, 'py', one.lessonId);
    else if (one.kind === 'theme') await services.settings.set(userId, { theme: one.theme });
    else if (one.kind === 'rename') await services.profiles.rename(userId, one.name);
    else await answerTrueFalse(device, (await signUp(device, one.name)).id, 'a1', true);
  }
}

const attemptsIn = async ({ repositories }: Device) => (await everythingIn(repositories)).exerciseAttempts ?? [];

const BEN = { kind: 'join', name: 'Ben' } as const;

it('merging loses no attempt, doubles nothing, ends the same either way round, and can be undone whole', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(acts, acts, fc.boolean(), async (here, there, isChosen) => {
      const { one, two, userId } = await twoDevices();
      await carryOut(one, userId, here);
      await carryOut(two, userId, there);
      const before = await everythingIn(one.repositories);
      const [mine, theirs] = [await attemptsIn(one), await attemptsIn(two)];
      const { text } = await two.services.backups.exportAll();
      const preview = await one.services.backups.preview(text);
      if (!preview.ok) throw new Error(preview.error.type);
      const choices = isChosen ? Object.fromEntries(preview.value.conflicts.map(({ id }) => [id, 'file'] as const)) : {};

      const { undo } = await bring(two, one, { choices });
      await undo();
      expect(untimed(await everythingIn(one.repositories))).toEqual(untimed(before));

      await bring(two, one, { choices });
      const ids = new Set((await attemptsIn(one)).map(({ id }) => id));
      expect([...mine, ...theirs].filter(({ id }) => !ids.has(id))).toEqual([]);
      const merged = await everythingIn(one.repositories);
      expect((await bring(two, one, { choices })).brought).toEqual({});
      expect(untimed(await everythingIn(one.repositories))).toEqual(untimed(merged));

      await bring(one, two);
      expect(await factsIn(two.repositories)).toEqual(await factsIn(one.repositories));
    }),
    // Two of one name there: the first of them would have become what the second is called.
    { numRuns: 25, examples: [[[BEN, BEN], [BEN], false]] },
  );
});
