import type { AutoCopy, CopyService } from '../../../src/services/copies/copy-service.ts';
import type { GradeInput, ReviewService } from '../../../src/services/review/review-service.ts';
import type { Services } from '../../../src/services/services.ts';
import type { CodeExercise } from '../../../db/models/exercise.ts';
import { reviewCardId } from '../../../db/models/ids.ts';
import type { Call } from './calls.ts';
import { bundle } from './rows.ts';
import { installTea, type Stage, type World } from './world.ts';

const on = (work: (services: Services, world: World) => Promise<unknown>): Call => ({ run: (world) => work(world.services, world) });
/** Touches no database. */
const aside = (work: (services: Services) => unknown): Call => on((services) => Promise.resolve(work(services)));
const FINDING = 'a table that cannot be read is what a look at everything tells of';
const QUEUE = 'a full disk keeps nobody from the cards that are there already';
const ignore = (): void => undefined;
const newVersion = bundle('py', { c: ['c1', 'c2'], a: ['a1'], d: ['d1'] }, '2.0.0');

const submit = ({ attempts }: Services, userId: string, exerciseId: string): Promise<unknown> => {
  const about = { hintsUsed: 0, solutionRevealed: false, activeMs: 10, mode: 'LESSON' } as const;
  return attempts.submit({ userId, exerciseId, answer: { type: 'TRUE_FALSE', value: true }, ...about });
};
/** Nothing where there is none yet. */
const onNewestCopy = (work: (service: CopyService, copy: AutoCopy) => Promise<unknown>): Call =>
  on(async ({ copies }) => {
    const service = await copies.open();
    const [copy] = (await service.list()).own;
    return copy === undefined ? null : work(service, copy);
  });
const onReviews = (work: (service: ReviewService, grading: GradeInput) => Promise<unknown>): Call =>
  on(async ({ reviews }, { adaId }) =>
    work(await reviews(), { cardId: reviewCardId(adaId, { exerciseId: 'a2' }), exerciseId: 'a2', grade: 3, attemptId: null }),
  );
/** The database has lost Bob's newest attempt; the journal has it. */
const losingAnAttempt: NonNullable<Call['harm']> = (kept, { bobId }) => {
  const attempts = (kept.rows.exerciseAttempts ?? []) as readonly { id: string; userId: string }[];
  const lost = attempts.filter(({ userId }) => userId === bobId).at(-1);
  return { ...kept, rows: { ...kept.rows, exerciseAttempts: attempts.filter((one) => one !== lost) } };
};

export const SERVICE_CALLS: Readonly<Record<string, Call>> = {
  'services.profiles.current': on(({ profiles }) => profiles.current()),
  'services.profiles.list': on(({ profiles }) => profiles.list()),
  'services.profiles.create': on(({ profiles }) => profiles.create({ displayName: 'Ada' })),
  'services.profiles.rename': on(({ profiles }, { adaId }) => profiles.rename(adaId, 'Lady L.')),
  'services.profiles.switchTo': on(({ profiles }, { bobId }) => profiles.switchTo(bobId)),
  'services.profiles.remove': on(({ profiles }, { bobId }) => profiles.remove(bobId)),
  'services.profiles.erase': { ...on(({ profiles }, { adaId }) => profiles.erase(adaId)), steps: true },
  'services.profiles.erase.undo': { ...on(async ({ profiles }, { adaId }) => (await profiles.erase(adaId)).undo()), steps: true },
  'services.profiles.eraseCourse': { ...on(({ profiles }, { adaId }) => profiles.eraseCourse(adaId, 'py')), steps: true },
  'services.profiles.eraseCourse.undo': { ...on(async ({ profiles }, { adaId }) => (await profiles.eraseCourse(adaId, 'py')).undo()), steps: true },
  'services.courses.installBundled': { ...on(({ courses }) => courses.installBundled()), steps: true },
  'services.courses.install': on(({ courses }) => courses.install(newVersion)),
  'services.courses.remove': on(({ courses }) => courses.remove('py')),
  'services.courses.bringBack': on(({ courses }) => courses.bringBack('old')),
  'services.courses.all': on(({ courses }) => courses.all()),
  'services.courses.library': on(({ courses }, { adaId }) => courses.library(adaId)),
  'services.courses.overview': on(({ courses }, { adaId }) => courses.overview(adaId, 'py')),
  'services.courses.lesson': on(({ courses }, { adaId }) => courses.lesson(adaId, 'a')),
  'services.courses.home': on(({ courses }, { adaId }) => courses.home(adaId)),
  'services.courses.change': on(({ courses }, { adaId }) => courses.change(adaId, 'py')),
  'services.courses.dismissChange': on(({ courses }, { adaId }) => courses.dismissChange(adaId, 'py')),
  'services.progress.getCurrentLesson': on(({ progress }, { adaId }) => progress.getCurrentLesson(adaId, 'py')),
  'services.progress.saveProgress': on(({ progress }, { adaId }) => progress.saveProgress(adaId, 'py', 'a')),
  'services.progress.calculateStats': on(({ progress }, { adaId }) => progress.calculateStats(adaId, 'py')),
  'services.progress.advanceToNextLesson': on(({ progress }, { bobId }) => progress.advanceToNextLesson(bobId, 'py', 'a')),
  'services.progress.recompute': { ...on(({ progress }, { bobId }) => progress.recompute(bobId, 'py')), harm: losingAnAttempt },
  'services.attempts.submit': on((services, { adaId }) => submit(services, adaId, 'c1')),
  'services.attempts.assessSelf': on(({ attempts }, { adaId, waitingId }) =>
    attempts.assessSelf({ userId: adaId, exerciseId: 'why', attemptId: waitingId, criteriaMet: [0, 1] }),
  ),
  'services.attempts.skip': on(({ attempts }, { bobId }) => attempts.skip({ userId: bobId, exerciseId: 'c1' })),
  'services.attempts.recheck': {
    ...on(({ attempts }, { adaId }) => attempts.recheck({ userId: adaId, exerciseId: 'code', isWanted: () => true })),
    survives: 'nobody asked for it, and what comes back says that nothing was recorded',
  },
  'services.attempts.history': on(({ attempts }, { adaId }) => attempts.history(adaId, 'a2')),
  'services.attempts.run': aside(({ attempts }) => {
    const exercise = { language: 'python', starter: { files: {}, entry: 'main.py' } } as unknown as CodeExercise;
    return attempts.run({ exercise, files: {}, stdin: '' });
  }),
  'services.attempts.stop': aside(({ attempts }) => attempts.stop()),
  'services.attempts.warmUp': aside(({ attempts }) => attempts.warmUp('python')),
  'services.attempts.watch': aside(({ attempts }) => attempts.watch('python', ignore)()),
  'services.drafts.open': {
    ...on(async ({ drafts }, { adaId }) => (await drafts.open(adaId, 'a1', ignore)).close()),
    survives: 'a draft that cannot be claimed on a full disk is read all the same',
  },
  'services.drafts.open.save': on(async ({ drafts }, { bobId }) => {
    const handle = await drafts.open(bobId, 'c1', ignore);
    try {
      return await handle.save({ hintsShown: 1 });
    } finally {
      handle.close();
    }
  }),
  'services.drafts.open.takeOver': {
    ...on(async ({ drafts }, { adaId }) => {
      const handle = await drafts.open(adaId, 'a1', ignore);
      await handle.takeOver();
      handle.close();
    }),
    survives: 'as drafts.open',
  },
  'services.drafts.watch': on(({ drafts }, { adaId }) => drafts.watch(adaId, 'a1')),
  'services.settings.values': on(({ settings }, { adaId }) => settings.values(adaId)),
  'services.settings.set': on(({ settings }, { adaId }) => settings.set(adaId, { theme: 'sepia', textSize: 1.2 })),
  'services.backups.exportAll': {
    ...on(({ backups }, { adaId }) => backups.exportAll({ userId: adaId })),
    survives: 'on a full disk the file is made all the same, though nobody notes that it was',
  },
  'services.backups.inspect': on(({ backups }, { backup }) => backups.inspect(backup)),
  'services.backups.restoreIntoEmpty': {
    run: () => Promise.resolve(),
    runEmpty: ({ services }: Stage, { backup }) => services.backups.restoreIntoEmpty(backup),
  },
  'services.backups.preview': { ...on(({ backups }, { backup }) => backups.preview(backup)), harm: losingAnAttempt },
  'services.backups.restore': { ...on(({ backups }, { backup }) => backups.restore(backup, { mode: 'merge' })), harm: losingAnAttempt },
  'services.backups.restore.undo': {
    ...on(async ({ backups }, { backup }) => {
      const restored = await backups.restore(backup, { mode: 'merge' });
      if (restored.ok) await restored.value.undo();
      return restored;
    }),
    ...{ harm: losingAnAttempt, steps: true },
  },
  'services.backups.made': on(({ backups }) => backups.made()),
  'services.copies.open': aside(({ copies }) => copies.open()),
  'services.copies.keep': aside(({ copies }) => copies.keep()()),
  'services.copies.keepUp': on(async ({ copies }) => (await copies.open()).keepUp()),
  'services.copies.makeNow': on(async ({ copies }) => (await copies.open()).makeNow()),
  'services.copies.list': on(async ({ copies }) => (await copies.open()).list()),
  'services.copies.read': onNewestCopy((service, copy) => service.read(copy)),
  'services.copies.toFile': onNewestCopy((service, copy) => service.toFile(copy)),
  'services.copies.remove': onNewestCopy((service, copy) => service.remove([copy])),
  'services.copies.holding': on(async ({ copies }, { adaId }) => (await copies.open()).holding([{ id: adaId, createdAt: 0 }])),
  'services.copies.daysWithoutBackup': on(async ({ copies }) => (await copies.open()).daysWithoutBackup()),
  'services.packs.open': on((services) => installTea(services, '3.0.0')),
  'services.packs.installed': on(async ({ packs }) => (await packs()).installed()),
  'services.packs.stepBack': on(async ({ packs }) => (await packs()).stepBack('tea', ignore)),
  'services.packs.setLanguage': on(async ({ packs }) => (await packs()).setLanguage('tea', 'en', ignore)),
  'services.packs.languageOf': on(async ({ packs }) => (await packs()).languageOf('tea', 'tea:first')),
  'services.packs.asset': on(async ({ packs }) => (await packs()).asset('tea:first', 'cup.svg')),
  'services.records.export': on(async ({ records }, { adaId }) => (await records()).export(adaId, 'csv')),
  'services.reviews.due': { ...on(async ({ reviews }, { adaId }) => (await reviews()).due(adaId)), ...{ steps: true, survives: QUEUE } },
  'services.reviews.overview': { ...on(async ({ reviews }, { adaId }) => (await reviews()).overview(adaId)), ...{ steps: true, survives: QUEUE } },
  'services.reviews.session': { ...on(async ({ reviews }, { adaId }) => (await reviews()).session(adaId)), ...{ steps: true, survives: QUEUE } },
  'services.reviews.ask': on(async ({ reviews }, { adaId }) => (await reviews()).ask(adaId, [reviewCardId(adaId, { exerciseId: 'a2' })])),
  'services.reviews.grade': onReviews((service, grading) => service.grade(grading)),
  'services.reviews.undo': {
    ...onReviews(async (service, grading) => {
      const graded = await service.grade(grading);
      return graded.ok ? service.undo(graded.value) : graded;
    }),
    steps: true,
  },
  'services.reviews.suspend': onReviews((service, { cardId }) => service.suspend(cardId, true)),
  'services.reviews.changeSettings': on(async ({ reviews }, { adaId }) => (await reviews()).changeSettings(adaId, 'py', { newPerDay: 3 })),
  'services.reviews.drafts.open': {
    ...on(async ({ reviews }, { adaId }) => (await (await reviews()).drafts.open(adaId, 'a2', ignore)).close()),
    survives: 'as drafts.open',
  },
  'services.reviews.drafts.watch': on(async ({ reviews }, { adaId }) => (await reviews()).drafts.watch(adaId, 'a2')),
  'services.soundness.weigh': on(async ({ soundness }) => (await soundness()).weigh()),
  'services.soundness.check': { ...on(async ({ soundness }) => (await soundness()).check()), survives: FINDING },
  'services.soundness.keepsake': {
    ...on(async ({ soundness }) => {
      const service = await soundness();
      return service.keepsake(await service.check());
    }),
    survives: FINDING,
  },
  'services.soundness.repair': {
    ...on(async ({ soundness }) => (await soundness()).repair({ discard: false })),
    ...{ harm: losingAnAttempt, steps: true, survives: FINDING },
  },
  'services.recovery.look': { ...on(({ recovery }) => recovery.look()), harm: losingAnAttempt, steps: true },
  'services.recovery.news.get': aside(({ recovery }) => recovery.news.get()),
  'services.recovery.news.subscribe': aside(({ recovery }) => recovery.news.subscribe(ignore)()),
  'services.recovery.news.dismiss': aside(({ recovery }) => recovery.news.dismiss()),
};
