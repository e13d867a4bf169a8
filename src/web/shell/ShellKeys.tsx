import { lazy, Suspense, useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import { useLocation } from 'wouter';
import { LINKS, type Link } from '../../views/thread/links.ts';
import { nameKey, pressed, rests } from '../keyboard/keys.ts';
import { keysShown, onKeysShown, showKeys } from '../keyboard/showing.ts';
import { useKey } from '../keyboard/use-key.ts';
import { useBearingsNow } from '../places/bearings.ts';
import { GROUPS } from '../places/groups.ts';
import { leadsOf, usePlaceHere } from '../places/here.ts';
import { PLACES } from '../places/places.ts';
import { useCompany } from '../state/company.tsx';
import type { Group } from '../places/place.ts';

const KeysDialog = lazy(async () => ({ default: (await import('../keyboard/KeysDialog.tsx')).KeysDialog }));

/** The keys of every page: G and a letter, [ and ], O, ?. */
export const ShellKeys = () => {
  const [, go] = useLocation();
  const shown = useSyncExternalStore(onKeysShown, keysShown);
  useEffect(() => {
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
  useEffect(() => {
    const groups = (Object.keys(GROUPS) as Group[]).flatMap((group) => {
      const first = PLACES.find((p) => p.group === group && !p.hidden);
      return first ? [{ key: `g ${GROUPS[group].key}`, does: `Go to ${GROUPS[group].name}`, run: () => go(first.href) }] : [];
    });
    const back = groups.map(nameKey);
    return () => back.forEach((take) => take());
  }, [go]);
  useUndo();
  useWalk();
  useKey('?', 'All keys', () => showKeys(true));
  useKey('o', 'Open the next number', openFigure);
  return <Suspense fallback={null}>{shown && <KeysDialog onClose={() => showKeys(false)} />}</Suspense>;
};

/** ⌘Z takes back what was decided last here; while somebody types it is the text's own. */
const useUndo = (): void => {
  const here = useCompany();
  const undo = useEffectEvent(() => void import('./undo.ts').then(({ undoLast }) => undoLast(here)));
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'z' || !(event.metaKey || event.ctrlKey) || event.shiftKey || event.altKey || rests(event)) return;
      event.preventDefault();
      undo();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
};

const WHOLE = '/prove/thread';

/** [ and ] walk one link up or down the thread, to where this page's knots lead. */
const useWalk = (): void => {
  const [, go] = useLocation();
  const place = usePlaceHere();
  const { links = place?.links ?? [], to } = useBearingsNow();
  const leads: { readonly [L in Link]?: string } = { ...leadsOf(PLACES), ...to };
  const walk = (step: 1 | -1) => (): void => {
    const from = LINKS.indexOf((step < 0 ? links[0] : links.at(-1)) ?? 'objective');
    for (let at = from + step; at >= 0 && at < LINKS.length; at += step) {
      const href = leads[LINKS[at]!];
      // A page about the whole thread is no step along it.
      if (href && href !== WHOLE) return go(href);
    }
  };
  const some = links.length > 0 && links.length < LINKS.length;
  useKey('[', 'One link up the thread', walk(-1), some);
  useKey(']', 'One link down the thread', walk(1), some);
};

/** Opens the number that has the focus, else the first one after it. */
const openFigure = (): void => {
  const figures = [...document.querySelectorAll<HTMLElement>('[data-figure]')];
  const active = document.activeElement;
  const next =
    figures.find((f) => f === active) ??
    figures.find((f) => active && active.compareDocumentPosition(f) & Node.DOCUMENT_POSITION_FOLLOWING) ??
    figures[0];
  next?.focus();
  next?.click();
};
