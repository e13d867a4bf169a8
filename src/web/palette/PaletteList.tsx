import { useEffect, useRef } from 'react';
import type { Entry } from './entry.ts';
import css from './Palette.module.css';

type Props = {
  readonly id: string;
  readonly entries: readonly Entry[];
  readonly chosen: Entry | undefined;
  readonly onPoint: (entry: Entry) => void;
  readonly onTake: (entry: Entry) => void;
  readonly wish: string;
};

/** The groups, in their order; a rule that forbids an action stands beside it. */
export const PaletteList = ({ id, entries, chosen, onPoint, onTake, wish }: Props) => {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  if (entries.length === 0)
    return (
      <p className={css.none} role="status">
        Nothing is called “{wish}”.
      </p>
    );
  return (
    <div ref={box} id={id} role="listbox" aria-label="Results" className={css.list}>
      {[...Map.groupBy(entries, (e) => e.group)].map(([group, members]) => (
        <div key={group} role="group" aria-labelledby={`${id}-${group.replaceAll(' ', '')}`}>
          <div id={`${id}-${group.replaceAll(' ', '')}`} className={css.group} role="presentation">
            {group}
          </div>
          {members.map((entry) => (
            // The input above has the keyboard: it says which option is active.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
            <div
              key={entry.id}
              id={`${id}-${entry.id}`}
              role="option"
              aria-selected={entry === chosen}
              aria-disabled={entry.forbid ? true : undefined}
              className={css.entry}
              onPointerMove={() => entry !== chosen && onPoint(entry)}
              onClick={() => onTake(entry)}
            >
              <span>{entry.text}</span>
              <small>{entry.forbid ?? entry.small}</small>
              {entry.key && <kbd>{entry.key}</kbd>}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
};
