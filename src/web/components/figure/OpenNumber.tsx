import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { FocusTrap } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { Opened } from '../../../views/words/opened.ts';
import { openedFor } from '../../../views/words/opened-for.ts';
import type { AskFor } from '../../../views/words/open.ts';
import { useFacts } from '../../state/facts.ts';
import { floats } from '../../theme/floats.ts';
import { IconButton } from '../IconButton.tsx';
import css from './OpenNumber.module.css';
import { OpenNumberBody } from './OpenNumberBody.tsx';
import { closeNumber, type Opening } from './opening.ts';
import { placeBeside } from './place.ts';

/** A number, opened: 412 px beside what was pressed, a sheet on the phone. Esc closes, focus returns. */
export const OpenNumber = ({ opening }: { readonly opening: Opening }) => {
  const box = useRef<HTMLDivElement>(null);
  const at = usePlace(opening.anchor, box);
  const opened = useOpened(opening);

  useEffect(() => {
    const press = (event: PointerEvent): void => {
      const target = event.target as Node;
      if (!box.current?.contains(target) && !opening.anchor.contains(target)) closeNumber(false);
    };
    // Esc closes what was opened last, wherever the focus is: the page below must not hear it.
    const escape = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      event.preventDefault();
      closeNumber();
    };
    document.addEventListener('pointerdown', press);
    document.addEventListener('keydown', escape, { capture: true });
    return () => {
      document.removeEventListener('pointerdown', press);
      document.removeEventListener('keydown', escape, { capture: true });
    };
  }, [opening]);

  return createPortal(
    <FocusTrap active innerRef={box}>
      <div
        role="dialog"
        aria-label={`${opened.value}, ${opened.what}`}
        className={css.pop}
        style={at ?? { opacity: 0 }}
        tabIndex={-1}
        data-autofocus
      >
        <div className={css.top}>
          <div>
            <p className="dim xs">{opened.what}</p>
            <p className={`${css.value} ${css[opened.tone]}`}>{opened.value}</p>
          </div>
          <IconButton label="Close" onPress={() => closeNumber()}>
            <IconX size={16} stroke={1.6} aria-hidden="true" />
          </IconButton>
        </div>
        <OpenNumberBody opened={opened} />
      </div>
    </FocusTrap>,
    floats(),
  );
};

const isAskFor = (opens: Opening['opens']): opens is AskFor => !('value' in opens);

/** Everything at hand, or as much as is known until the answer is there. */
const useOpened = ({ opens, text }: Opening): Opened => {
  const wish = isAskFor(opens) ? opens.ask : undefined;
  const { data } = useFacts('ask', { question: '', ...wish }, wish !== undefined);
  return isAskFor(opens) ? openedFor(text, opens, wish ? data : undefined) : opens;
};

const usePlace = (anchor: HTMLElement, box: React.RefObject<HTMLDivElement | null>) => {
  const [at, setAt] = useState<{ left: number; top: number } | null>(null);
  useLayoutEffect(() => {
    const place = (): void => {
      const size = box.current?.getBoundingClientRect();
      if (size) setAt(placeBeside(anchor.getBoundingClientRect(), size, { width: innerWidth, height: innerHeight }));
    };
    place();
    const watch = new ResizeObserver(place);
    if (box.current) watch.observe(box.current);
    addEventListener('scroll', place, { passive: true, capture: true });
    addEventListener('resize', place);
    return () => {
      watch.disconnect();
      removeEventListener('scroll', place, { capture: true });
      removeEventListener('resize', place);
    };
  }, [anchor, box]);
  return at;
};
