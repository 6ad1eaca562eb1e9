// @vitest-environment jsdom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fail, ok } from '../../../../src/core/result.ts';
import { NameForm } from '../../../../src/features/first-run/NameForm.tsx';
import { ServicesProvider } from '../../../../src/hooks/use-services.ts';
import type { ProfileService } from '../../../../src/services/profile-service.ts';
import type { Services } from '../../../../src/services/services.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const names: string[] = [];
const create: ProfileService['create'] = ({ displayName }) => {
  names.push(displayName);
  if (displayName === '') return Promise.resolve(fail({ type: 'NameMissing' }));
  if (displayName.length > 3) return Promise.resolve(fail({ type: 'NameTooLong', limit: 3 }));
  return Promise.resolve(ok({} as Awaited<ReturnType<ProfileService['current']>> & object));
};
const services = { profiles: { create } } as unknown as Services;

describe('NameForm', () => {
  let root: ReturnType<typeof createRoot>;
  const field = (): HTMLInputElement => document.querySelector('input') ?? expect.fail('no field');
  const submit = (name: string): Promise<void> =>
    act(async () => {
      field().value = name;
      field().form?.requestSubmit();
      await Promise.resolve();
    });

  beforeEach(async () => {
    names.length = 0;
    root = createRoot(document.body.appendChild(document.createElement('div')));
    await act(async () => {
      root.render(<ServicesProvider value={services}><NameForm label="Your name" action="Begin" /></ServicesProvider>);
      await Promise.resolve();
    });
  });
  afterEach(() => act(() => root.unmount()));

  it('starts without a reproach', () => {
    expect(field().getAttribute('aria-invalid')).toBe('false');
    expect(field().labels?.[0]?.textContent).toBe('Your name');
  });

  it('says what is missing, ties it to the field, and goes back to it', async () => {
    await submit('');
    expect(field().getAttribute('aria-invalid')).toBe('true');
    const note = document.getElementById(field().getAttribute('aria-describedby') ?? '');
    expect(note?.textContent).toBe('Please write a name: any you like to be called by.');
    expect(document.activeElement).toBe(field());
  });

  it('gives the limit of a name that is too long', async () => {
    await submit('Aurelia');
    expect(document.body.textContent).toContain('at most 3 characters');
  });

  it('hands a good name on as it was typed', async () => {
    await submit('Ada');
    expect(names).toEqual(['Ada']);
    expect(field().getAttribute('aria-invalid')).toBe('false');
  });
});
