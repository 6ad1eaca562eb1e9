import { useState, type SyntheticEvent } from 'react';
import type { User } from '../../../db/models/user.ts';
import { useServices } from '../../hooks/use-services.ts';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { failureWords } from '../../ui/failure-words.ts';
import { Status } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';

export function Rename({ user }: { user: User }) {
  const { profiles } = useServices();
  const [name, setName] = useState(user.displayName);
  const [problem, setProblem] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const renamed = await profiles.rename(user.id, name);
    setProblem(renamed.ok ? null : failureWords(renamed.error));
    setSaid(renamed.ok ? t('settings.renamed', { name: renamed.value.displayName }) : '');
  };
  return (
    <form className="settings__rename" noValidate onSubmit={(event) => void submit(event)}>
      <TextField
        label={t('settings.yourName')}
        value={name}
        problem={problem}
        autoComplete="nickname"
        onChange={(event) => {
          setName(event.target.value);
          setProblem(null);
          setSaid('');
        }}
      />
      <Button type="submit" disabled={name === user.displayName}>{t('settings.rename')}</Button>
      <Status>{said}</Status>
    </form>
  );
}
