import { useState } from 'react';
import { ChoiceField } from '../../components/fields/ChoiceField.tsx';
import { SelectField } from '../../components/fields/SelectField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import type { Preview } from './edit-mapping.ts';
import type { Wish } from './wish.ts';
import { FreeAnswer } from './FreeAnswer.tsx';
import css from './Questions.module.css';

const ZONES = Intl.supportedValuesOf('timeZone');
type Props = { readonly preview: Preview; readonly wish: Wish; readonly onWish: (change: Wish) => void };

/** What only a person can know: the currency and zone the file does not name, and what it leaves open. */
export const Questions = ({ preview, wish, onWish }: Props) => {
  const [currency, setCurrency] = useState(preview.mapping.currency ?? '');
  const code = currency.trim().toUpperCase();
  const fits = code === '' || /^[A-Z]{3}$/.test(code);
  const { zone } = preview.mapping;
  return (
    <div className={css.all}>
      {preview.questions.map((q) =>
        q.free ? (
          <FreeAnswer key={q.id} question={q} onAnswer={(value) => onWish({ answers: { ...wish.answers, [q.id]: value } })} />
        ) : (
          <ChoiceField
            key={q.id}
            label={q.otherwise === undefined ? `Decide: ${q.text}` : q.text}
            value={wish.answers?.[q.id] ?? q.otherwise ?? null}
            onChange={(value) => onWish({ answers: { ...wish.answers, [q.id]: value } })}
            options={q.options.map((o) => ({ value: o.id, text: o.text }))}
          />
        ),
      )}
      <div className={css.read} onBlur={() => fits && code !== '' && code !== preview.mapping.currency && onWish({ currency: code })}>
        <TextField
          label="Currency of amounts that name none"
          placeholder="not known"
          value={currency}
          maxLength={3}
          onChange={setCurrency}
          error={fits ? null : 'Three letters, such as EUR.'}
        />
        <SelectField
          label="Zone of times that name none"
          value={zone}
          choices={(ZONES.includes(zone) ? ZONES : [zone, ...ZONES]).map((z) => ({ value: z, label: z }))}
          onChange={(to) => to && to !== zone && onWish({ timeZone: to })}
        />
      </div>
    </div>
  );
};
