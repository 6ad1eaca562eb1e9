// @vitest-environment jsdom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, it, onTestFinished, vi } from 'vitest';
import { useLive } from '../../../src/hooks/use-live.ts';
import { ServicesProvider, useServices } from '../../../src/hooks/use-services.ts';
import type { Services } from '../../../src/services/services.ts';
import { freshDevice, signUp } from '../services/set-up.ts';

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);

function ProfileList({ suffix }: { readonly suffix: string }) {
  const { profiles } = useServices();
  const names = useLive(async () => (await profiles.list()).map((user) => user.displayName + suffix), [profiles, suffix]);
  return <p>{names.state === 'loading' ? 'loading' : names.value.join(', ')}</p>;
}

function mount(services: Services) {
  const place = document.createElement('div');
  const root = createRoot(place);
  onTestFinished(() => act(() => root.unmount()));
  const show = (suffix: string) =>
    act(() => {
      root.render(
        <ServicesProvider value={services}>
          <ProfileList suffix={suffix} />
        </ServicesProvider>,
      );
    });
  const text = () => place.textContent;
  const settled = (expected: string) => vi.waitFor(async () => {
    await act(async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
    });
    expect(text()).toBe(expected);
  });
  return { show, text, settled };
}

it('a live query repaints when another tab changes what it read', async () => {
  const device = await freshDevice();
  const { show, text, settled } = mount(device.services);
  show('');
  expect(text()).toBe('loading');
  await settled('');
  await signUp(await device.openTab('tab 2'), 'Ada');
  await settled('Ada');
});

it('a live query never shows the answer to the question before', async () => {
  const device = await freshDevice();
  await signUp(device, 'Ada');
  const { show, text, settled } = mount(device.services);
  show('!');
  await settled('Ada!');
  show('?');
  expect(text()).toBe('loading');
  await settled('Ada?');
});

it('useServices without a provider says what is missing', () => {
  const complain = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  onTestFinished(() => complain.mockRestore());
  const root = createRoot(document.createElement('div'));
  expect(() => act(() => root.render(<ProfileList suffix="" />))).toThrow('ServicesProvider');
});
