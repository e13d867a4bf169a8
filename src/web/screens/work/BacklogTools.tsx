import { useSearchParams } from 'wouter';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import type { PriorityId } from '../../../kernel/ids.ts';
import type { Backlog } from '../../../views/work/backlog.ts';
import { Button } from '../../components/Button.tsx';
import { SelectField } from '../../components/fields/SelectField.tsx';
import { Segments } from '../../components/Segments.tsx';
import { useCompany } from '../../state/company.tsx';
import css from './BacklogScreen.module.css';

type Props = {
  readonly list: Backlog;
  readonly shown: 'open' | 'done';
  readonly onShow: (shown: 'open' | 'done') => void;
  readonly onAssume: () => void;
};

/** What is looked at: open or done, one team, one priority; and what the dates rest on. */
export const BacklogTools = ({ list, shown, onShow, onAssume }: Props) => {
  const { book } = useCompany();
  const [search, setSearch] = useSearchParams();
  const choose = (name: string) => (value: string | null) =>
    setSearch((now) => {
      const next = new URLSearchParams(now);
      if (value === null) next.delete(name);
      else next.set(name, value);
      return next;
    });
  const teams = [...book.team.values()].filter((team) => !team.retired);
  const used = new Set(list.rows.map((row) => row.item.priority));
  const priorities = [...used].flatMap((id) => book.priority.get(id as PriorityId) ?? []);
  return (
    <div className={css.tools}>
      <Segments
        label="Which items"
        value={shown}
        choices={[
          { value: 'open', text: `In order, ${list.rows.length}` },
          { value: 'done', text: `Finished or dropped, ${list.done.length}` },
        ]}
        onChoose={onShow}
      />
      {teams.length > 0 && (
        <div className={css.pick}>
          <SelectField
            label="Team"
            value={search.get('team')}
            onChange={choose('team')}
            placeholder="All teams"
            clearable
            choices={teams.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </div>
      )}
      {priorities.length > 0 && (
        <div className={css.pick}>
          <SelectField
            label="Priority"
            value={search.get('priority')}
            onChange={choose('priority')}
            placeholder="All priorities"
            clearable
            choices={priorities.map(({ id, title }) => ({ value: id, label: title }))}
          />
        </div>
      )}
      <div className={css.end}>
        <Button kind="quiet" icon={<IconAdjustmentsHorizontal size={15} stroke={1.6} aria-hidden="true" />} onPress={onAssume}>
          What the dates rest on
        </Button>
      </div>
    </div>
  );
};
