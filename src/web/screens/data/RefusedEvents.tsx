import { useState } from 'react';
import { dayWords } from '../../../views/words/format.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { useCompany } from '../../state/company.tsx';
import { useFacts } from '../../state/facts.ts';
import css from './SourcesScreen.module.css';

const SHOWN = 20;

/** What a program sent that was not taken, as it came, so that whoever looks after the program sees what to mend. */
export const RefusedEvents = ({ id }: { readonly id: string }) => {
  const [opened, setOpened] = useState(false);
  return (
    <div className={css.refused}>
      <Button size="small" kind="quiet" onPress={() => setOpened(!opened)}>
        {opened ? 'Close what was refused' : 'See what was refused'}
      </Button>
      {opened && <List id={id} />}
    </div>
  );
};

const List = ({ id }: { readonly id: string }) => {
  const { today } = useCompany();
  const found = useFacts('source refused', { id, limit: SHOWN });
  return (
    <Answered of={found} what="what was refused">
      {({ events }) =>
        events.length === 0 ? (
          <p className="mut sm">What was refused is no longer kept.</p>
        ) : (
          <ul className={css.events}>
            {events.map((e) => (
              <li key={`${e.receivedAt} ${e.json}`}>
                <p className="sm">
                  <b>{e.event || e.type}</b>: {e.reason}{' '}
                  <span className="mut">
                    {dayWords(e.receivedAt.slice(0, 10), today)}, {e.receivedAt.slice(11, 16)} UTC
                  </span>
                </p>
                <code className={css.json}>{e.json}</code>
              </li>
            ))}
          </ul>
        )
      }
    </Answered>
  );
};
