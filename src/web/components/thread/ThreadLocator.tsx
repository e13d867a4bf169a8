import { Link } from 'wouter';
import { LINKS, LINK_WORDS, type Link as ThreadLink } from '../../../views/thread/links.ts';
import css from './ThreadLocator.module.css';
import { hue, stretchWords } from './hue.ts';

const STEP = 27;
const EDGE = 8;
const WIDTH = 2 * EDGE + STEP * (LINKS.length - 1);
const at = (place: number): number => EDGE + place * STEP;

type Props = {
  /** The links that this page is about. */
  readonly current: readonly ThreadLink[];
  /** Where a knot leads from this page: the objective it serves, the deals it touched. */
  readonly to: { readonly [L in ThreadLink]?: string };
  /** Too small to press: only shows the place. */
  readonly still?: boolean;
};

/** Where this page stands on the thread. Its knots are links. */
export const ThreadLocator = ({ current, to, still }: Props) => {
  const Frame = still ? 'div' : 'nav';
  const ends = [LINKS.indexOf(current[0]!), LINKS.indexOf(current.at(-1)!)] as const;
  const middle = (at(ends[0]) + at(ends[1])) / 2;
  const anchor = current.length > 1 ? 'middle' : ends[0] === 0 ? 'start' : ends[0] === LINKS.length - 1 ? 'end' : 'middle';
  const x =
    anchor === 'start' ? 2 : anchor === 'end' ? WIDTH - 2 : current.length > 1 ? Math.min(WIDTH - 68, Math.max(62, middle)) : middle;
  return (
    <Frame
      role={still ? 'img' : undefined}
      className={css.locator}
      aria-label={`Place on the thread: ${stretchWords(current)}`}
      style={{ width: WIDTH }}
    >
      <i className={css.line} />
      {LINKS.map((link, place) => {
        const here = current.includes(link);
        const look = { left: at(place), color: hue(link) };
        const href = still ? undefined : to[link];
        const name = LINK_WORDS[link].label;
        return href ? (
          <Link
            key={link}
            href={href}
            className={here ? css.here : css.knot}
            style={look}
            title={name}
            aria-label={name}
            aria-current={here ? 'step' : undefined}
          />
        ) : (
          <i key={link} className={here ? css.here : css.knot} style={look} title={name} />
        );
      })}
      <span
        className={`${css.label} ${css[anchor]}`}
        style={{ left: x, color: current.length === 1 ? hue(current[0]!) : 'var(--ink-2)' }}
        aria-hidden="true"
      >
        {stretchWords(current)}
      </span>
    </Frame>
  );
};
