import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { moneyFull, tally } from '../../../views/words/format.ts';
import type { PublishedFacts } from '../../../views/published/published.ts';
import { plainFigure } from '../../../views/published/words.ts';
import { Table } from '../../components/Table.tsx';
import { useCompany } from '../../state/company.tsx';
import css from './Published.module.css';

/** What would read otherwise today, line by line, each with its cause. The money lines sum to the difference. */
export const Difference = ({ facts }: { readonly facts: PublishedFacts }) => {
  const { company } = useCompany();
  const { difference, names } = facts;
  const { currency } = company;
  const money = (minor: number | null): ReactNode =>
    minor === null ? <span className="dim">not in it</span> : moneyFull({ minor, currency });
  const signed = (minor: number): string => `${minor > 0 ? '+' : minor < 0 ? '−' : ''}${moneyFull({ minor: Math.abs(minor), currency })}`;
  const deal = (src: string, id: string): ReactNode => (
    <Link href={`/prove/deals/${encodeURIComponent(id)}`}>{names[`${src}/${id}`] ?? id}</Link>
  );
  const sum = (lines: readonly { readonly by: number }[]): string => signed(lines.reduce((total, { by }) => total + by, 0));
  if (!difference.changed)
    return (
      <section className={css.part}>
        <h2>Nothing differs</h2>
        <p className="sm mut">Every number of this edition reads today as it was published.</p>
      </section>
    );
  return (
    <>
      {difference.deals.length > 0 && (
        <section className={css.part} aria-labelledby="differs-won">
          <h2 id="differs-won">Why won revenue would differ by {sum(difference.deals)}</h2>
          <Table
            label="Deals that differ"
            rows={difference.deals}
            keyOf={({ src, id }) => `${src}/${id}`}
            columns={[
              { key: 'deal', head: 'Deal', cell: ({ src, id }) => deal(src, id) },
              { key: 'was', head: 'Published', number: true, cell: ({ was }) => money(was) },
              { key: 'now', head: 'Today', number: true, cell: ({ now }) => money(now) },
              { key: 'by', head: 'Difference', number: true, cell: ({ by }) => signed(by) },
              { key: 'cause', head: 'Because', cell: ({ cause }) => cause.text },
            ]}
          />
        </section>
      )}
      {difference.credit.length > 0 && (
        <section className={css.part} aria-labelledby="differs-credit">
          <h2 id="differs-credit">Why linear credit would differ, campaign by campaign</h2>
          <Table
            label="Credit that differs"
            rows={difference.credit}
            keyOf={({ src, deal: id, campaign }) => `${src}/${id}/${campaign ?? ''}`}
            columns={[
              {
                key: 'campaign',
                head: 'Campaign',
                cell: ({ campaign }) => (campaign === null ? 'no campaign' : (names[campaign] ?? campaign)),
              },
              { key: 'deal', head: 'Deal', cell: ({ src, deal: id }) => deal(src, id) },
              { key: 'was', head: 'Published', number: true, cell: ({ was }) => money(was) },
              { key: 'now', head: 'Today', number: true, cell: ({ now }) => money(now) },
              { key: 'cause', head: 'Because', cell: ({ cause }) => cause.text },
            ]}
            foot={
              <tr>
                <td colSpan={3}>Together</td>
                <td className={css.sum}>{sum(difference.credit)}</td>
                <td>over all deals</td>
              </tr>
            }
          />
        </section>
      )}
      {difference.spend.length > 0 && (
        <section className={css.part} aria-labelledby="differs-spend">
          <h2 id="differs-spend">Why spend would differ by {sum(difference.spend.filter((line) => line.currency === currency))}</h2>
          <Table
            label="Spend that differs"
            rows={difference.spend}
            keyOf={({ src, channel, campaign, currency: in_ }) => JSON.stringify([src, channel, campaign, in_])}
            columns={[
              { key: 'campaign', head: 'Campaign in the file', cell: ({ campaign }) => campaign ?? '(blank)' },
              { key: 'was', head: 'Published', number: true, cell: ({ was, currency: c }) => moneyFull({ minor: was, currency: c }) },
              { key: 'now', head: 'Today', number: true, cell: ({ now, currency: c }) => moneyFull({ minor: now, currency: c }) },
              { key: 'cause', head: 'Because', cell: ({ cause }) => cause.text },
            ]}
          />
        </section>
      )}
      {difference.rows.length > 0 && (
        <section className={css.part} aria-labelledby="differs-rows">
          <h2 id="differs-rows">Leads and opened deals that came or went</h2>
          <ul className={css.lines}>
            {difference.rows.map(({ what, came, left, cause, ids }) => (
              <li key={`${what} ${cause.text} ${ids[0] ?? ''}`}>
                {tally(came + left, what === 'leads' ? 'lead' : 'opened deal')} {came > 0 ? 'more' : 'fewer'}. {cause.text}
              </li>
            ))}
          </ul>
        </section>
      )}
      {difference.answers.length > 0 && (
        <details className={css.part}>
          <summary>{tally(difference.answers.length, 'figure')} of the frozen answers would read otherwise</summary>
          <Table
            label="Figures that differ"
            height="50vh"
            rows={difference.answers}
            keyOf={({ answer, key, figure }) => `${answer}/${key}/${figure}`}
            columns={[
              { key: 'answer', head: 'Answer', cell: ({ answer }) => answer },
              { key: 'key', head: 'Row', cell: ({ key }) => key },
              { key: 'figure', head: 'Figure', cell: ({ figure }) => figure },
              { key: 'was', head: 'Published', number: true, cell: ({ was }) => plainFigure(was) },
              { key: 'now', head: 'Today', number: true, cell: ({ now }) => plainFigure(now) },
              { key: 'cause', head: 'Because', cell: ({ cause }) => cause?.text ?? '' },
            ]}
          />
        </details>
      )}
    </>
  );
};
