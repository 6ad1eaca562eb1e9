import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DraftTakenOver } from '../../../db/errors.ts';
import { makeDraft } from '../../factories/draft.ts';
import { makeUser } from '../../factories/user.ts';
import { buildCourse } from '../../factories/world.ts';
import { freshDatabase } from '../open.ts';

async function aLearner() {
  const fresh = await freshDatabase();
  const user = await fresh.repositories.users.create(makeUser());
  const { exercises } = await buildCourse(fresh.repositories);
  const ids = exercises.flat().map((exercise) => exercise.id);
  return { ...fresh, ids, about: { userId: user.id, exerciseId: ids[0] ?? '' } };
}
const typed = (text: string) => ({ type: 'FREE_FORM', text }) as const;

describe('a draft', () => {
  it('keeps what was typed, the cursor and the hints', async () => {
    const { repositories, about } = await aLearner();
    const files = { 'main.py': 'x = ', 'more.py': '' };
    const cursor = { file: 'main.py', anchor: 4, head: 4 };
    const made = makeDraft({ ...about, answer: { type: 'CODE_COMPLETION', files }, cursor, hintsShown: 2 });
    const draft = await repositories.drafts.save(made);
    expect(draft).toMatchObject(made);
    expect(await repositories.drafts.get(about.userId, about.exerciseId)).toEqual(draft);
    await repositories.drafts.remove(about.userId, about.exerciseId);
    await repositories.drafts.remove(about.userId, about.exerciseId);
    expect(await repositories.drafts.get(about.userId, about.exerciseId)).toBeNull();
  });

  it('is listed newest first, as many as are asked for', async () => {
    const { repositories, about, ids } = await aLearner();
    for (const exerciseId of ids.slice(0, 3)) await repositories.drafts.save(makeDraft({ ...about, exerciseId }));
    await repositories.drafts.save(makeDraft(about));
    const listed = async (limit?: number) =>
      (await repositories.drafts.getByUser(about.userId, limit)).map((draft) => ids.indexOf(draft.exerciseId));
    expect(await listed()).toEqual([0, 2, 1]);
    expect(await listed(1)).toEqual([0]);
  });

  it('R1: has the id that learner and exercise give it', async () => {
    const { repositories, about } = await aLearner();
    await expect(repositories.drafts.save(makeDraft({ ...about, id: 'x' }))).rejects.toMatchObject({ field: 'id' });
  });

  it('R17: is refused to a tab that does not own it, until that tab claims it', async () => {
    const { repositories, open, about } = await aLearner();
    const { repositories: otherTab } = await open();
    await repositories.drafts.save(makeDraft({ ...about, answer: typed('mine'), writerId: 'a' }));
    const theirs = makeDraft({ ...about, answer: typed('theirs'), writerId: 'b' });
    await expect(otherTab.drafts.save(theirs)).rejects.toMatchObject({ type: 'DraftTakenOver', writerId: 'a' });

    expect(await otherTab.drafts.claim(about.userId, about.exerciseId, 'b')).toMatchObject({ answer: typed('mine') });
    await otherTab.drafts.save(theirs);
    await expect(repositories.drafts.save(makeDraft({ ...about, writerId: 'a' }))).rejects.toBeInstanceOf(DraftTakenOver);
    expect((await repositories.drafts.get(about.userId, about.exerciseId))?.answer).toEqual(typed('theirs'));
  });

  it('R17: nobody owns what was never typed', async () => {
    const { repositories, about } = await aLearner();
    expect(await repositories.drafts.claim(about.userId, about.exerciseId, 'a')).toBeNull();
    expect(await repositories.drafts.save(makeDraft({ ...about, writerId: 'b' }))).toMatchObject({ writerId: 'b' });
  });

  it('R17: in whatever order two tabs save and claim, the draft is what its owner saved last', async () => {
    const step = fc.record({ tab: fc.constantFrom('a', 'b'), verb: fc.constantFrom('save', 'claim'), text: fc.string() });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const { repositories, about, db } = await aLearner();
        let model: { owner: string; text: string } | null = null as { owner: string; text: string } | null;
        for (const { tab, verb, text } of steps) {
          if (verb === 'claim') {
            await repositories.drafts.claim(about.userId, about.exerciseId, tab);
            if (model !== null) model = { ...model, owner: tab };
            continue;
          }
          const saving = repositories.drafts.save(makeDraft({ ...about, answer: typed(text), writerId: tab }));
          if (model !== null && model.owner !== tab) await expect(saving).rejects.toBeInstanceOf(DraftTakenOver);
          else {
            await saving;
            model = { owner: tab, text };
          }
        }
        const draft = await repositories.drafts.get(about.userId, about.exerciseId);
        expect(draft?.answer).toEqual(model === null ? undefined : typed(model.text));
        db.close();
      }),
      { numRuns: 10 },
    );
  });
});
