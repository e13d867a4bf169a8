import {
  IconBriefcase,
  IconCalendarStats,
  IconClick,
  IconCoins,
  IconCompass,
  IconListCheck,
  IconSpeakerphone,
  IconTarget,
  IconTrendingUp,
  type Icon,
} from '@tabler/icons-react';
import type { Column } from '../../../views/thread/thread.ts';
import { LINK_WORDS, type Link } from '../../../views/thread/links.ts';
import { Figure } from '../../components/figure/Figure.tsx';
import css from './Columns.module.css';

const ICONS: { readonly [L in Link]: Icon } = {
  objective: IconTarget,
  outcome: IconTrendingUp,
  guidepoint: IconCompass,
  priority: IconCalendarStats,
  work: IconListCheck,
  campaign: IconSpeakerphone,
  touch: IconClick,
  opportunity: IconBriefcase,
  revenue: IconCoins,
};

/** Nine links, nine numbers that open. */
export const Columns = ({ columns }: { readonly columns: readonly Column[] }) => (
  <ol className={css.columns} aria-label="How much stands on each link">
    {columns.map((c) => {
      const Icon = ICONS[c.link];
      return (
        <li key={c.link} style={{ color: `var(--th-${c.link})` }}>
          <span className={css.name}>
            <Icon size={15} stroke={1.6} aria-hidden="true" />
            {LINK_WORDS[c.link].label.replace('Work item', 'Work')}
          </span>
          <span className={css.n}>
            <Figure opens={c.open}>{c.text}</Figure>
          </span>
          {c.sub && <span className={css.sub}>{c.sub}</span>}
          {c.gap && <span className={css.gap}>{c.gap}</span>}
        </li>
      );
    })}
  </ol>
);
