import { describe, expect, it } from 'vitest';
import { activated, failed, navigated, started, undoneRead, type Navigation, type ShellRecord } from '../../../../src/platform/shell/record.ts';

const first = activated(null, 'v1', false);
const second = activated(first, 'v2', true);
const SECOND = 1_000;

const page = (id: string, parts: Partial<Navigation> = {}): Navigation => ({ id, isReload: false, alive: new Set(), now: 0, ...parts });

describe('the record of versions', () => {
  it('has no trial at a first visit, nor where the same version comes again', () => {
    expect(first).toMatchObject({ serving: 'v1', trial: null });
    expect(activated(first, 'v1', true)).toBe(first);
    expect(navigated(first, page('a'))).toBe(first);
  });

  it('puts a new version on trial, with the one before to go back to', () => {
    expect(second).toMatchObject({ serving: 'v2', trial: { previous: 'v1' } });
  });

  it('has nothing to go back to where the version before is not whole', () => {
    expect(activated(first, 'v2', false)).toMatchObject({ serving: 'v2', trial: null });
  });

  it('ends the trial when a page of the new version is up, but not for one of the version before', () => {
    const given = navigated(second, page('new'));
    expect(started(given, 'old')).toBe(given);
    expect(started(given, 'new')).toMatchObject({ serving: 'v2', trial: null, refused: [] });
  });

  it('undoes a version whose page says that it will not come up, and refuses it', () => {
    const given = navigated(second, page('new'));
    expect(failed(given, 'old')).toBe(given);
    expect(failed(given, 'new')).toEqual({ serving: 'v1', trial: null, refused: ['v2'], undonePages: ['new'], isUndoneUnread: true });
  });

  it('undoes no version that has once started', () => {
    const up = started(navigated(second, page('new')), 'new');
    expect(failed(up, 'new')).toBe(up);
  });

  it('undoes a version at the second loading again of a page that never said anything', () => {
    const one = navigated(second, page('a'));
    const two = navigated(one, page('b', { isReload: true, alive: new Set(['a']), now: 5 * SECOND }));
    expect(two.serving).toBe('v2');
    expect(navigated(two, page('c', { isReload: true, alive: new Set(['b']), now: 6 * SECOND })).serving).toBe('v1');
  });

  it('undoes a version once two of its pages were closed before they were up, not after one', () => {
    const one = navigated(second, page('a'));
    const two = navigated(one, page('b', { now: 5 * SECOND }));
    expect(two.serving).toBe('v2');
    expect(navigated(two, page('c', { now: 10 * SECOND })).serving).toBe('v1');
  });

  it('does not take tabs that all load at once for pages that have gone', () => {
    const all = ['a', 'b', 'c', 'd'].reduce((before, id) => navigated(before, page(id, { isReload: true })), second);
    expect(all.serving).toBe('v2');
    expect(started(all, 'c').trial).toBeNull();
  });

  it('goes back past every version that never started, to the last that did', () => {
    const third = activated(navigated(second, page('a')), 'v3', true);
    expect(failed(navigated(third, page('b')), 'b').serving).toBe('v1');
    expect(activated(second, 'v1', true)).toMatchObject({ serving: 'v1', trial: null });
  });

  it('takes any page’s word where the browser tells no ids, and lets none of them count as gone', () => {
    const given = navigated(navigated(second, page('')), page('', { now: 60 * SECOND }));
    const later = navigated(given, page('', { now: 120 * SECOND }));
    expect(later.serving).toBe('v2');
    expect(started(later, 'x').trial).toBeNull();
    expect(failed(later, 'x').serving).toBe('v1');
  });

  it('tells of what was undone until it is read, or a later version has come', () => {
    const undone = failed(navigated(second, page('new')), 'new');
    expect(undoneRead(undone).isUndoneUnread).toBe(false);
    expect(undoneRead(first)).toBe(first);
    expect(activated(undone, 'v3', true)).toMatchObject({ isUndoneUnread: false, refused: ['v2'], trial: { previous: 'v1' } });
  });

  it('remembers the newest twenty it refused', () => {
    let record: ShellRecord = first;
    for (let n = 2; n <= 30; n++) record = failed(navigated(activated(record, `v${n}`, true), page(`p${n}`)), `p${n}`);
    expect([record.refused.length, record.refused.at(-1)]).toEqual([20, 'v30']);
  });
});
