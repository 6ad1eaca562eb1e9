import { expect, it, vi } from 'vitest';
import { fetchOnce } from '../../../src/core/fetch-once.ts';

it('fetches once for all who ask, and again only after it could not', async () => {
  const fetch = vi.fn<() => Promise<string>>().mockRejectedValueOnce(new Error('offline')).mockResolvedValue('here');
  const get = fetchOnce(fetch);
  expect(fetch).not.toHaveBeenCalled();
  const [first, second] = [get(), get()];
  await expect(first).rejects.toThrow('offline');
  await expect(second).rejects.toThrow('offline');
  expect(fetch).toHaveBeenCalledTimes(1);
  expect(await Promise.all([get(), get()])).toEqual(['here', 'here']);
  expect(await get()).toBe('here');
  expect(fetch).toHaveBeenCalledTimes(2);
});
