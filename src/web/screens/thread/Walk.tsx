import { useLocation } from 'wouter';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { ThreadView } from '../../../views/thread/thread.ts';
import { quarterWords } from '../../../views/words/format.ts';
import { IconButton } from '../../components/IconButton.tsx';
import { Segments } from '../../components/Segments.tsx';
import css from './Walk.module.css';

const address = (view: Pick<ThreadView, 'direction'>, period: string): string =>
  `/prove/thread?direction=${view.direction}&period=${period}`;

/** Which way the thread is walked, and through which quarter. */
export const Walk = ({ view }: { readonly view: ThreadView }) => {
  const [, go] = useLocation();
  const { direction, period } = view;
  return (
    <div className={css.walk}>
      <Segments
        label="Direction of the walk"
        value={direction}
        choices={[
          { value: 'down', text: 'Down from an objective' },
          { value: 'up', text: 'Up from revenue' },
        ]}
        onChoose={(to) => go(address({ direction: to }, period.id))}
      />
      <div className={css.period} role="group" aria-label="Quarter">
        <IconButton label="Quarter before" onPress={() => go(address(view, period.before))}>
          <IconChevronLeft size={16} stroke={1.6} aria-hidden="true" />
        </IconButton>
        <b>{quarterWords(period.id)}</b>
        <IconButton label="Quarter after" onPress={() => go(address(view, period.after))}>
          <IconChevronRight size={16} stroke={1.6} aria-hidden="true" />
        </IconButton>
      </div>
    </div>
  );
};
