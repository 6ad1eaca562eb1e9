import { useEffect, useState } from 'react';
import { useServices } from '../../hooks/use-services.ts';
import type { LessonView } from '../../services/views.ts';

/** The language (BCP 47) of a lesson's words: its course's, unless they are not translated into it. */
export function useLessonLanguage({ course, lesson }: Pick<LessonView, 'course' | 'lesson'>): string {
  const { packs } = useServices();
  const [own, setOwn] = useState<string | null>(null);
  useEffect(() => {
    let isUp = true;
    const look = async (): Promise<void> => {
      const found = await (await packs()).languageOf(course.id, lesson.id);
      if (isUp) setOwn(found);
    };
    void look();
    return () => {
      isUp = false;
    };
  }, [packs, course.id, course.language, lesson.id]);
  return own ?? course.language;
}
