import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/services/settings-service.ts';
import { freshDevice, signUp } from './set-up.ts';

it('settings have defaults, and each is kept for itself and for its learner', async () => {
  const device = await freshDevice();
  const { settings } = device.services;
  const [ada, ben] = [await signUp(device, 'Ada'), await signUp(device, 'Ben')];
  expect(await settings.values(ada.id)).toEqual(DEFAULT_SETTINGS);
  await settings.set(ada.id, { theme: 'dark' });
  await settings.set(ada.id, { textSize: 1.2 });
  await settings.set(null, { theme: 'contrast' });
  expect(await settings.values(ada.id)).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', textSize: 1.2 });
  expect(await settings.values(ben.id)).toEqual(DEFAULT_SETTINGS);
  expect(await settings.values(null)).toMatchObject({ theme: 'contrast' });
});

it('a value that no screen can show becomes one that it can', async () => {
  const { services, repositories } = await freshDevice();
  await services.settings.set(null, { textSize: 40, lineWidth: 1 });
  await repositories.settings.set(null, 'theme', 'plaid');
  await repositories.settings.set(null, 'singleKeys', 'yes');
  expect(await services.settings.values(null)).toEqual({ ...DEFAULT_SETTINGS, textSize: 1.5, lineWidth: 50 });
});
