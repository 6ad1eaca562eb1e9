import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { routeOf, screenKey } from '../../../src/app/routes.ts';
import { href } from '../../../src/ui/routes.ts';

describe('routes', () => {
  it('finds the screens', () => {
    expect(['', '#', '#/', '#/library', '#/data', '#/restore', '#/settings'].map((hash) => routeOf(hash).screen)).toEqual([
      'home',
      'home',
      'home',
      'library',
      'data',
      'restore',
      'settings',
    ]);
    expect([href.home, href.library, href.data, href.restore, href.settings].map((to) => routeOf(to).screen)).toEqual(['home', 'library', 'data', 'restore', 'settings']);
  });

  it('brings any id through the address and back', () => {
    const id = fc.string({ minLength: 1, unit: 'grapheme' });
    fc.assert(
      fc.property(id, id, (lessonId, exerciseId) => {
        expect(routeOf(href.lesson(lessonId, exerciseId))).toEqual({ screen: 'lesson', lessonId, exerciseId });
        expect(routeOf(href.lesson(lessonId))).toEqual({ screen: 'lesson', lessonId, exerciseId: null });
        expect(routeOf(href.course(lessonId))).toEqual({ screen: 'course', courseId: lessonId });
      }),
    );
  });

  it('calls everything else not found, a broken escape too', () => {
    expect(['#/nothing', '#/course', '#/learn/a/b/c', '#/course/%E0%A4%A'].map((hash) => routeOf(hash).screen)).toEqual(
      Array(4).fill('not-found'),
    );
  });

  it('stays on one screen within a lesson', () => {
    expect(screenKey(routeOf(href.lesson('p:names', 'p:names.a')))).toBe(screenKey(routeOf(href.lesson('p:names', 'p:names.b'))));
    expect(screenKey(routeOf(href.lesson('p:names')))).not.toBe(screenKey(routeOf(href.lesson('p:loops'))));
  });
});
