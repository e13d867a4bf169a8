import { Button } from '../../components/Button.tsx';
import { say } from '../../state/toasts.ts';
import css from './Settings.module.css';

/** Something that is shown once, to be copied. */
export const ShownOnce = ({ label, value }: { readonly label: string; readonly value: string }) => {
  const copy = (): void =>
    void navigator.clipboard.writeText(value).then(
      () => say({ kind: 'done', text: 'Copied.' }),
      () => say({ kind: 'problem', text: 'This browser did not let us copy.', todo: 'Select the text and copy it yourself.' }),
    );
  return (
    <div className={css.once}>
      <input readOnly value={value} aria-label={label} onFocus={(e) => e.currentTarget.select()} />
      <Button onPress={copy}>Copy</Button>
    </div>
  );
};
