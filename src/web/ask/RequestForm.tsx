import { useRef, type ReactNode } from 'react';
import { Field } from '../components/fields/Field.tsx';
import control from '../components/fields/Field.module.css';
import { TextField } from '../components/fields/TextField.tsx';
import { WordsField } from '../components/fields/WordsField.tsx';
import { LONGEST, type Draft } from './draft.ts';
import { Press } from './Press.tsx';
import css from './RequestForm.module.css';

type Props = {
  readonly draft: Draft;
  readonly onChange: (change: Partial<Draft>) => void;
  /** What is wrong with a field and what to do, under it. */
  readonly errors: { readonly [F in keyof Draft]?: string };
  readonly onSend: () => void;
  readonly busy: boolean;
  /** What went wrong with the whole; what was written stays. */
  readonly problem: ReactNode;
  /** Beside the button: in whose name, by when an answer comes. */
  readonly as: ReactNode;
  /** Asks for name and address too. */
  readonly stranger: boolean;
  readonly mails: boolean;
};

/** The form by which everybody asks: the result first, the tactic last. In the app and without an account the same. */
export const RequestForm = ({ draft, onChange, errors, onSend, busy, problem, as, stranger, mails }: Props) => {
  const form = useRef<HTMLFormElement>(null);
  const words = (field: 'result' | 'whom' | 'later' | 'proof' | 'tactic') => ({
    value: draft[field],
    onChange: (text: string) => onChange({ [field]: text }),
    maxLength: LONGEST[field],
    error: errors[field],
  });
  const done = (field: keyof Draft): string => (draft[field].trim() === '' ? '' : (css.done ?? ''));
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
        // What is missing is said under its field, and that is where the reader is taken.
        requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      }}
    >
      <ol className={css.steps}>
        <li className={done('result')}>
          <WordsField label="What should be different?" {...words('result')} />
        </li>
        <li className={done('whom')}>
          <WordsField label="Who has to do something differently?" {...words('whom')} />
        </li>
        <li className={done('due')}>
          <div className={css.pair}>
            <Field label="By when does it matter?" optional error={errors.due}>
              {(wired) => (
                <input
                  {...wired}
                  type="date"
                  className={control.control}
                  value={draft.due}
                  onChange={(event) => onChange({ due: event.target.value })}
                />
              )}
            </Field>
            <WordsField label="What happens if it is later?" optional {...words('later')} />
          </div>
        </li>
        <li className={done('proof')}>
          <WordsField
            label="How will we see that it worked?"
            hint="A number and where it comes from. “Ten meetings logged in the CRM” is enough."
            {...words('proof')}
          />
        </li>
        <li className={`${css.last} ${done('tactic')}`}>
          <WordsField label="Do you have something in mind?" optional placeholder="A mailing, a page, a call list …" {...words('tactic')} />
        </li>
        {stranger && (
          <li className={`${css.last} ${done('name')}`}>
            <div className={css.pair}>
              <TextField
                label="Your name"
                optional
                autoComplete="name"
                maxLength={LONGEST.name}
                value={draft.name}
                onChange={(name) => onChange({ name })}
              />
              <TextField
                label="Your e-mail"
                optional
                type="email"
                autoComplete="email"
                hint={mails ? 'We write to it when something is decided.' : undefined}
                maxLength={LONGEST.email}
                value={draft.email}
                error={errors.email}
                onChange={(email) => onChange({ email })}
              />
            </div>
          </li>
        )}
      </ol>
      {/* What fills in every field it finds is told by this one. */}
      <div className={css.website} aria-hidden="true">
        <label>
          Leave this empty
          <input
            type="text"
            name="website"
            tabIndex={-1}
            autoComplete="off"
            value={draft.website}
            onChange={(event) => onChange({ website: event.target.value })}
          />
        </label>
      </div>
      <div className={css.foot}>
        {problem}
        <div className={css.send}>
          <Press kind="primary" submit busy={busy}>
            Send request
          </Press>
          <span>{as}</span>
        </div>
      </div>
    </form>
  );
};
