import { Radio, Select, TextInput } from '@mantine/core';
import { Tag } from '../../components/Tag.tsx';
import type { Preview } from './edit-mapping.ts';
import type { Wish } from './ImportScreen.tsx';
import css from './Questions.module.css';

const ZONES = Intl.supportedValuesOf('timeZone');
type Props = { readonly preview: Preview; readonly wish: Wish; readonly onWish: (change: Wish) => void };

/** What only a person can know: the currency and zone the file does not name, and what it leaves open. */
export const Questions = ({ preview, wish, onWish }: Props) => (
  <div className={css.all}>
    {preview.questions.map((q) => (
      <Radio.Group key={q.id} label={q.text} value={wish.answers?.[q.id] ?? q.otherwise ?? ''} onChange={(value) => onWish({ answers: { ...wish.answers, [q.id]: value } })}>
        <div className={css.options}>
          {q.otherwise === undefined && !wish.answers?.[q.id] && <Tag kind="early">decide</Tag>}
          {q.options.map((o) => (
            <Radio key={o.id} value={o.id} label={o.text} />
          ))}
        </div>
      </Radio.Group>
    ))}
    <div className={css.read}>
      <TextInput
        size="xs"
        label="Currency of amounts that name none"
        placeholder="not known"
        defaultValue={preview.mapping.currency ?? ''}
        maxLength={3}
        onBlur={(e) => {
          const code = e.currentTarget.value.trim().toUpperCase();
          if (/^[A-Z]{3}$/.test(code) && code !== preview.mapping.currency) onWish({ currency: code });
        }}
      />
      <Select size="xs" label="Zone of times that name none" data={ZONES.includes(preview.mapping.zone) ? ZONES : [preview.mapping.zone, ...ZONES]} value={preview.mapping.zone} searchable allowDeselect={false} onChange={(zone) => zone && zone !== preview.mapping.zone && onWish({ timeZone: zone })} />
    </div>
  </div>
);
