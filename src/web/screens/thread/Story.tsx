import { IconArrowBack, IconArrowDown, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { ThreadView } from '../../../views/thread/thread.ts';
import { IconButton } from '../../components/IconButton.tsx';
import { ProseText } from '../../components/ProseText.tsx';
import css from './Panels.module.css';

type Props = { readonly view: ThreadView; readonly focus: number; readonly onFocus: (lane: number) => void };

/** The path in focus, in words, both ways. */
export const Story = ({ view, focus, onFocus }: Props) => {
  const story = view.stories[focus]!;
  const n = view.stories.length;
  const step = (by: number): void => onFocus((focus + by + n) % n);
  const up = (
    <section aria-labelledby="up">
      <h2 id="up" className={css.head}>
        <IconArrowBack size={16} stroke={1.6} aria-hidden="true" />
        {view.direction === 'up' ? `Up: why did ${story.title} sign?` : `Up: why ${story.title}?`}
      </h2>
      <p>
        <ProseText prose={story.up} />
      </p>
    </section>
  );
  const down = (
    <section aria-labelledby="down">
      <h2 id="down" className={css.head}>
        <IconArrowDown size={16} stroke={1.6} aria-hidden="true" />
        {view.direction === 'up' ? 'Down: what did its campaign bring?' : `Down: what did it cost and bring?`}
      </h2>
      <p>
        <ProseText prose={story.down} />
      </p>
    </section>
  );
  return (
    <div>
      <div className={css.path} role="group" aria-label="Path in focus">
        <IconButton label="Path before" hint="K" onPress={() => step(-1)}>
          <IconChevronLeft size={15} stroke={1.6} aria-hidden="true" />
        </IconButton>
        <IconButton label="Next path" hint="J" onPress={() => step(1)}>
          <IconChevronRight size={15} stroke={1.6} aria-hidden="true" />
        </IconButton>
        <span aria-live="polite">
          {story.title}, path {focus + 1} of {n}
        </span>
      </div>
      <div className={css.two}>
        {view.direction === 'up' ? up : down}
        {view.direction === 'up' ? down : up}
      </div>
    </div>
  );
};
