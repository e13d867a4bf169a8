import { useState } from 'react';
import { isByHand } from '../../../domain/campaign/criteria-hold.ts';
import type { Campaign } from '../../../domain/campaign/campaign.ts';
import type { Arm, Counted, Look } from '../../../domain/campaign/criteria.ts';
import { isLate, standingLooks } from '../../../domain/campaign/micro.ts';
import { countedWords } from '../../../views/words/criteria.ts';
import { capital, count, dayWords, moneyFull, percent } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { Table } from '../../components/Table.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useCompany } from '../../state/company.tsx';
import { LookDialog } from './LookDialog.tsx';
import css from './Micro.module.css';

type Row = { readonly look: Look; readonly arm: Arm; readonly n: number };

/** People name what they count in their own words: long ones wrap in the head of the table. */
const heading = (counted: Counted) => <span className={css.heading}>{capital(countedWords(counted))}</span>;

/** What was told by hand, look by look, newest first; corrections and what came late are marked. */
export const Looks = ({ campaign, telling }: { readonly campaign: Campaign; readonly telling: boolean }) => {
  const { may, nameOf, noteOf, today } = useCompany();
  const [open, setOpen] = useState(telling);
  const micro = campaign.micro!;
  const { measure } = micro.written!.criteria;
  const standing = new Set(standingLooks(micro));
  const rows = micro.looks.flatMap((look) => look.arms.map((arm, n): Row => ({ look, arm, n }))).toReversed();
  const hand = isByHand(measure);
  return (
    <section className={css.part}>
      <div className={css.partHead}>
        <h2>{rows.length === 0 ? (hand ? 'Nobody has told a look yet' : 'Counted from the facts') : 'Looks told by hand'}</h2>
        {hand && may('campaign/look') && (
          <Button size="small" onPress={() => setOpen(true)}>
            Tell a look
          </Button>
        )}
      </div>
      {!hand && (
        <p className="mut sm">The measure is counted from touches, leads and deals as they are loaded: the verdict shows every day.</p>
      )}
      {rows.length > 0 && (
        <Table
          label="Looks told by hand"
          rows={rows}
          keyOf={({ look, n }) => `${look.at} ${n}`}
          columns={[
            { key: 'on', head: 'Up to', cell: ({ look }) => <span className={css.line}>{dayWords(look.on, today)}</span> },
            ...(micro.variants.length > 1 ? [{ key: 'variant', head: 'Variant', cell: ({ n }: Row) => micro.variants[n]!.name }] : []),
            { key: 'n', head: heading(measure.outOf), number: true, cell: ({ arm }) => count(arm.n) },
            { key: 'of', head: heading(measure.of), number: true, cell: ({ arm }) => count(arm.of, 2) },
            {
              key: 'rate',
              head: measure.kind === 'share' ? 'Share' : 'For each',
              number: true,
              cell: ({ arm }) => {
                const under = measure.kind === 'ratio' ? arm.outOf : arm.n;
                return under ? (
                  measure.kind === 'share' ? (
                    percent(arm.of / under)
                  ) : (
                    count(arm.of / under, 3)
                  )
                ) : (
                  <span className="dim">no case yet</span>
                );
              },
            },
            ...(rows.some(({ look }) => look.spent)
              ? [
                  {
                    key: 'spent',
                    head: 'Spent',
                    number: true,
                    cell: ({ look }: Row) => (look.spent ? moneyFull(look.spent) : <span className="dim">not told</span>),
                  },
                ]
              : []),
            {
              key: 'by',
              head: 'Told by',
              cell: ({ look }) => (
                <>
                  {nameOf(look.by)} {isLate(micro, look) && <Tag>late</Tag>} {look.correction && <Tag>correction</Tag>}
                  {!standing.has(look) && <Tag>replaced</Tag>}
                  {look.correction && <span className="agreed sm"> {noteOf(look.correction)}</span>}
                </>
              ),
            },
          ]}
        />
      )}
      {open && <LookDialog campaign={campaign} onClose={() => setOpen(false)} />}
    </section>
  );
};
