import { Search } from 'lucide-react';
import { CodeLanguage, DifficultyLevel } from '../../../db/models/enums.ts';
import { t } from '../../i18n/text.ts';
import type { CourseSummary } from '../../services/views.ts';
import { ChoiceGroup, type Choice } from '../../ui/choice-group.tsx';
import type { Filter } from './filter-courses.ts';

interface FiltersProps {
  courses: readonly CourseSummary[];
  filter: Filter;
  onChange: (filter: Filter) => void;
}

/** Offers only what some course has; a filter with one answer is no filter. */
export function Filters({ courses, filter, onChange }: FiltersProps) {
  const levels = Object.values(DifficultyLevel).filter((level) => courses.some(({ course }) => course.difficulty === level));
  const languages = Object.values(CodeLanguage).filter((code) => courses.some(({ course }) => course.programmingLanguage === code));
  const all = { value: 'all', label: t('library.all') } as const;
  const levelChoices: Choice<Filter['level']>[] = [all, ...levels.map((level) => ({ value: level, label: t('common.level', { level }) }))];
  const languageChoices: Choice<Filter['language']>[] = [
    all,
    ...languages.map((language) => ({ value: language, label: t('common.programmingLanguage', { language }) })),
  ];
  return (
    <search className="library-filters">
      <label className="library-filters__search">
        <span className="visually-hidden">{t('library.search')}</span>
        <Search />
        <input
          type="search"
          className="library-filters__input"
          placeholder={t('library.search')}
          value={filter.search}
          onChange={(event) => onChange({ ...filter, search: event.target.value })}
        />
      </label>
      {levels.length > 1 && (
        <ChoiceGroup legend={t('library.level')} choices={levelChoices} value={filter.level} onChange={(level) => onChange({ ...filter, level })} />
      )}
      {languages.length > 1 && (
        <ChoiceGroup
          legend={t('library.language')}
          choices={languageChoices}
          value={filter.language}
          onChange={(language) => onChange({ ...filter, language })}
        />
      )}
    </search>
  );
}
