import { useEffect, type PointerEvent } from 'react';
import type { Act } from '../../domain/workshop/agenda.ts';
import type { Pointer } from './connection.ts';
import type { Here } from './use-room.ts';
import css from './Pointers.module.css';

/** Where everybody looks at the same. Nobody points while people write or give dots: it would tell on what. */
const COMMON: readonly Act[] = ['talk', 'group', 'classify'];
const COLOURS = 6;

/** The pile or column under a point of the screen, and where in it; its name is that of `data-drop`. */
const placeOf = (x: number, y: number): Pointer | null => {
  const zone = document
    .elementsFromPoint(x, y)
    .map((element) => element.closest<HTMLElement>('[data-drop]'))
    .find((found) => found !== null);
  const box = zone?.getBoundingClientRect();
  return box ? { on: `drop:${zone!.dataset['drop']}`, x: (x - box.left) / box.width, y: (y - box.top) / box.height } : null;
};

/** What tells the others where one points; nothing where they look at something else, or one touches a screen. */
export const usePointing = ({ stage, point }: Here) => {
  const act = stage.phase === null ? null : (stage.agenda[stage.phase]?.act ?? null);
  const common = act !== null && COMMON.includes(act);
  useEffect(() => () => point(null), [stage.phase, point]);
  if (!common) return {};
  return {
    onPointerMove: ({ pointerType, clientX, clientY }: PointerEvent) => {
      if (pointerType === 'mouse') point(placeOf(clientX, clientY));
    },
    onPointerLeave: () => point(null),
  };
};

/** Where the others point on one pile or column. */
export const Pointers = ({ here: { stage, state, nameOf }, on }: { readonly here: Here; readonly on: string }) => (
  <div aria-hidden="true">
    {state.hands
      .filter(({ person, at }) => person !== stage.me.person && at?.on === `drop:${on}`)
      .map(({ person, at }) => (
        <span
          key={person}
          className={css.pointer}
          data-colour={stage.people.findIndex((one) => one.person === person) % COLOURS}
          style={{ left: `${at!.x * 100}%`, top: `${at!.y * 100}%` }}
        >
          <svg width="12" height="14" viewBox="0 0 12 14">
            <path d="M1 1l3.6 11 2-4.6L11 5.6z" fill="currentColor" />
          </svg>
          <b>{(nameOf(person) ?? '').split(' ')[0]}</b>
        </span>
      ))}
  </div>
);
