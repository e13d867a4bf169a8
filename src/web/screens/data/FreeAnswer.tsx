import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { DateField } from '../../components/fields/DateField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import type { Preview } from './edit-mapping.ts';
import css from './Questions.module.css';

type Props = { readonly question: Preview['questions'][number]; readonly onAnswer: (value: string) => void };

/** A question with any text or any day for an answer; what the file suggests stands there already. */
export const FreeAnswer = ({ question, onAnswer }: Props) => {
  const [value, setValue] = useState(question.options[0]?.id ?? '');
  const label = question.otherwise === undefined ? `Decide: ${question.text}` : question.text;
  return (
    <div className={css.free}>
      {question.free === 'day' ? (
        <DateField label={label} value={value || null} onChange={(day) => setValue(day ?? '')} />
      ) : (
        <TextField label={label} value={value} onChange={setValue} />
      )}
      <Button forbid={value.trim() === '' ? 'Say it first' : null} onPress={() => onAnswer(value.trim())}>
        That is it
      </Button>
    </div>
  );
};
