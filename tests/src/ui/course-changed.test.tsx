// @vitest-environment jsdom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { CourseChanged } from '../../../src/ui/course-changed.tsx';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

function show(percentageBefore: number, percentageAfter: number, onDismiss: () => void = () => undefined): HTMLElement {
  const home = document.body.appendChild(document.createElement('div'));
  const root = createRoot(home);
  onTestFinished(() => act(() => root.unmount()));
  const change = { version: '2.1.0', percentageBefore, percentageAfter };
  act(() => root.render(<CourseChanged course={{ title: 'Python' }} change={change} onDismiss={onDismiss} />));
  return home;
}

describe('CourseChanged', () => {
  it('R8: tells the version, the percentage before and the percentage now', () => {
    const home = show(66.7, 50);
    expect(home.querySelector('aside')?.getAttribute('aria-label')).toBe('What changed in Python');
    expect(home.textContent).toContain('version 2.1.0');
    expect(home.textContent).toContain('from 66% to 50%');
  });

  it('speaks of less than one percent where both read alike', () => {
    expect(show(50.9, 50.1).textContent).toContain('less than one percent');
  });

  it('is put away by its button', () => {
    const onDismiss = vi.fn();
    const home = show(60, 40, onDismiss);
    act(() => home.querySelector('button')?.click());
    expect(onDismiss).toHaveBeenCalledOnce();
  });
});
