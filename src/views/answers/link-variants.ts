/** Link variants: each spelling of a campaign in the touches, what it means and what hangs on it. */
import type { Answer } from '../../kernel/answer.ts';
import { coverageOf, frame, moneyIn } from './frame.ts';
import { table, type Raw } from './raw.ts';
import { many } from './words.ts';

type Variant = {
  readonly found: string | null;
  readonly channel: string | null;
  readonly n: number;
  readonly first: string | null;
  readonly last: string | null;
  readonly campaign_id: string | null;
  readonly campaign: string | null;
  readonly deals: number;
  readonly minor: number | null;
};

export const dressLinkVariants = (raw: Raw): Answer => {
  const variants = table<Variant>(raw, 'variants');
  const n = variants.reduce((sum, one) => sum + one.n, 0);
  const matched = variants.filter(({ campaign_id: id }) => id !== null).reduce((sum, one) => sum + one.n, 0);
  const direct = (one: Variant): boolean => one.found === null && one.channel?.toLowerCase() === 'direct';
  const of = (test: (one: Variant) => boolean): number => variants.filter(test).reduce((sum, one) => sum + one.n, 0);
  return frame(raw, {
    means: [
      'One row for each spelling of a campaign and the channel its touches were given, as the sources wrote them.',
      'Touches of the channel Direct belong to no campaign and are left out of the coverage.',
      'Money is that of the won and open deals whose linked people such touches reached; a deal stands under each spelling that reached it, so rows are not to be added up.',
    ],
    rows: variants.map(({ found, channel, n: touches, first, last, campaign_id: id, campaign, deals, minor }) => ({
      key: found ?? '(blank)',
      n: touches,
      channel: channel ?? '(blank)',
      campaign: id === null ? null : { id, name: campaign ?? id },
      first,
      last,
      deals,
      money: minor === null ? null : moneyIn(raw, minor),
    })),
    total: { key: 'total', n },
    coverage: coverageOf(n - of(direct), [
      { why: 'naming no campaign', n: of((one) => one.found === null && !direct(one)) },
      {
        why: `naming a campaign that nobody knows (${many(variants.filter((one) => one.found !== null && one.campaign_id === null).length, 'spelling')})`,
        n: n - matched - of(({ found }) => found === null),
      },
    ]),
    findings: [],
    money: true,
  });
};
