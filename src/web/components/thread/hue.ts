/** The nine links share one geometry and one hue each; this is where both are said. */
import { LINKS, LINK_WORDS, type Link } from '../../../views/thread/links.ts';

/** The hue of a link, as CSS. */
export const hue = (link: Link): string => `var(--th-${link})`;

/** The hue as `--k`, which every knot reads. */
export const hueStyle = (link: Link): React.CSSProperties => ({ '--k': hue(link) }) as React.CSSProperties;

/** "the whole thread", "Guidepoint", "Opportunity to revenue". */
export const stretchWords = (links: readonly Link[]): string => {
  if (links.length === LINKS.length) return 'the whole thread';
  const first = LINK_WORDS[links[0]!].label;
  return links.length < 2 ? first : `${first} to ${LINK_WORDS[links.at(-1)!].label.toLowerCase()}`;
};
