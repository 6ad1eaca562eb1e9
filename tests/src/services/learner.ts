import type { Result } from '../../../src/core/result.ts';
import type { Submission, SubmitFailure, SubmitInput } from '../../../src/services/attempt-service.ts';
import { makeBundle, type BundlePlan } from './bundle.ts';
import { freshDevice, signUp, type Device, type Tab } from './set-up.ts';

/** A device with one course installed and one learner who did nothing yet. */
export async function enrolled(plan: BundlePlan = {}): Promise<Device & { readonly userId: string }> {
  const device = await freshDevice();
  await device.services.courses.install(makeBundle(plan));
  const { id: userId } = await signUp(device);
  return { ...device, userId };
}

export const submission = (own: Pick<SubmitInput, 'userId' | 'exerciseId' | 'answer'> & Partial<SubmitInput>): SubmitInput => ({
  hintsUsed: 0,
  solutionRevealed: false,
  activeMs: 1_000,
  mode: 'LESSON',
  ...own,
});

/** Answers an exercise of `makeBundle`, whose right answer is true. */
export async function answerTrueFalse(
  { services }: Pick<Tab, 'services'>,
  userId: string,
  exerciseId: string,
  value: boolean,
  own: Partial<SubmitInput> = {},
): Promise<Submission> {
  const answer = { type: 'TRUE_FALSE', value } as const;
  return unwrap(await services.attempts.submit(submission({ userId, exerciseId, answer, ...own })));
}

/** The value of a result that must be one. */
export function unwrap<T>(result: Result<T, SubmitFailure | { readonly type: string }>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}
