import { ArrowRight } from 'lucide-react';
import { useRef, useState, type SyntheticEvent } from 'react';
import { useServices } from '../../hooks/use-services.ts';
import { Button } from '../../ui/button.tsx';
import { failureWords } from '../../ui/failure-words.ts';
import { TextField } from '../../ui/text-field.tsx';
import './name-form.css';

interface NameFormProps {
  label: string;
  action: string;
  isLarge?: boolean;
  onDone?: () => void;
}

/** One field. Making a profile also makes it the current one, and the app goes on from there. */
export function NameForm({ label, action, isLarge = false, onDone }: NameFormProps) {
  const { profiles } = useServices();
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const field = form.current?.elements.namedItem('displayName');
    if (!(field instanceof HTMLInputElement)) return;
    setBusy(true);
    const made = await profiles.create({ displayName: field.value });
    setBusy(false);
    setProblem(made.ok ? null : failureWords(made.error));
    if (made.ok) onDone?.();
    else field.focus();
  };
  return (
    <form ref={form} className="name-form" noValidate onSubmit={(event) => void submit(event)}>
      <TextField
        name="displayName"
        label={label}
        problem={problem}
        isLarge={isLarge}
        autoComplete="nickname"
        autoFocus
        onInput={() => setProblem(null)}
      />
      <Button kind="primary" type="submit" disabled={isBusy} iconEnd={<ArrowRight />}>{action}</Button>
    </form>
  );
}
