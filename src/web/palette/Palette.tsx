import { useDeferredValue, useId, useMemo, useState } from 'react';
import { Modal } from '@mantine/core';
import { useLocation } from 'wouter';
import { IconSearch } from '@tabler/icons-react';
import { useCompany } from '../state/company.tsx';
import { useActionsNow } from './actions.ts';
import { entriesFor } from './entries.ts';
import type { Entry } from './entry.ts';
import { closePalette } from './opening.ts';
import css from './Palette.module.css';
import { PaletteList } from './PaletteList.tsx';
import { recentIds, remember } from './recent.ts';
import { useAskedEntries } from './use-asked.ts';
import { useDealEntries } from './use-deals.ts';
import { useHouseActions } from './use-house.ts';
import { useSearchEntries } from './use-search.ts';

/** Find or do: places, actions, things; the arrow keys choose, Enter goes. */
export const Palette = ({ words }: { readonly words: string }) => {
  const here = useCompany();
  const [, go] = useLocation();
  const [wish, setWish] = useState(words);
  const [at, setAt] = useState(0);
  const list = useId();
  const late = useDeferredValue(wish);
  const actions = [...useActionsNow(), ...useHouseActions()];
  const deals = useDealEntries(late);
  const recent = useMemo(() => recentIds(here.id), [here.id]);
  const entries = [...entriesFor(late, here, actions, recent), ...deals, ...useSearchEntries(late), ...useAskedEntries(late)];
  const chosen = entries[Math.min(at, entries.length - 1)];

  const take = (entry: Entry | undefined): void => {
    if (!entry || entry.forbid) return;
    remember(here.id, entry.id);
    closePalette();
    if ('href' in entry.go) go(entry.go.href);
    else entry.go.run();
  };
  const press = (event: React.KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setAt((Math.min(at, entries.length - 1) + step + entries.length) % Math.max(1, entries.length));
    else if (event.key === 'Home' && event.ctrlKey) setAt(0);
    else if (event.key === 'Enter') take(chosen);
    else return;
    event.preventDefault();
  };

  return (
    <Modal.Root opened onClose={closePalette} size={600} yOffset="12vh" returnFocus centered={false}>
      <Modal.Overlay />
      <Modal.Content aria-label="Find or do">
        <div className={css.search}>
          <IconSearch size={17} stroke={1.6} aria-hidden="true" />
          <input
            data-autofocus
            role="combobox"
            aria-label="Find or do"
            aria-expanded="true"
            aria-controls={list}
            aria-activedescendant={chosen ? `${list}-${chosen.id}` : undefined}
            aria-autocomplete="list"
            autoComplete="off"
            spellCheck={false}
            placeholder="Find a place, a thing, or something to do"
            value={wish}
            onChange={(event) => {
              setWish(event.target.value);
              setAt(0);
            }}
            onKeyDown={press}
          />
          <kbd>Esc</kbd>
        </div>
        <PaletteList
          id={list}
          entries={entries}
          chosen={chosen}
          onPoint={(entry) => setAt(entries.indexOf(entry))}
          onTake={take}
          wish={wish}
        />
      </Modal.Content>
    </Modal.Root>
  );
};
