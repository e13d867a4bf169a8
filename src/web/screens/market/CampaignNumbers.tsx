import { Link } from 'wouter';
import type { Campaign } from '../../../domain/campaign/campaign.ts';
import type { Figure as Value, Row } from '../../../kernel/answer.ts';
import type { Money } from '../../../kernel/money.ts';
import { MODEL_WORDS, MODELS } from '../../../models/attribution/models.ts';
import { moneyShort, tally } from '../../../views/words/format.ts';
import { Answered } from '../../components/Answered.tsx';
import { Figure } from '../../components/figure/Figure.tsx';
import { useFacts } from '../../state/facts.ts';
import item from '../work/ItemDrawer.module.css';

const isMoney = (value: Value | undefined): value is Money => typeof value === 'object' && value !== null && 'minor' in value;

/** "between €0 under Last and €207 k under First". */
const rangeWords = (row: Row): string => {
  const all = MODELS.flatMap((model) => {
    const value = row[model];
    return isMoney(value) ? [{ model, value }] : [];
  }).toSorted((a, b) => a.value.minor - b.value.minor);
  const [low, high] = [all[0], all.at(-1)];
  if (!low || !high || low.value.minor === high.value.minor) return 'the same under every model';
  return `${moneyShort(low.value)} under ${MODEL_WORDS[low.model].label}, ${moneyShort(high.value)} under ${MODEL_WORDS[high.model].label}`;
};

/** What the data say it met and what it is credited with; description, not cause. */
export const CampaignNumbers = ({ campaign }: { readonly campaign: Campaign }) => {
  const facts = useFacts('ask', { question: 'credit', by: 'campaign', model: 'all' });
  return (
    <section className={item.part}>
      <h3>What the data say</h3>
      <Answered of={facts} what="its numbers">
        {(answer) => {
          const row: Row | undefined = answer.rows.find((r) => r.key === campaign.name || r['id'] === campaign.id);
          const linear = row?.['linear'];
          if (!row || !isMoney(linear)) return <p className="mut sm">No won deal carries a touch of it yet.</p>;
          return (
            <dl className={item.facts}>
              <dt>Won deals</dt>
              <dd>
                <Figure opens={{ what: `Won deals touched by ${campaign.name}`, ask: { question: 'credit', by: 'campaign' } }}>
                  {tally(row.n, 'deal')}
                </Figure>
              </dd>
              <dt>Credit</dt>
              <dd>
                <Figure
                  opens={{
                    what: `Revenue credited to ${campaign.name}, equal credit to every touch`,
                    ask: { question: 'credit', by: 'campaign' },
                  }}
                >
                  {moneyShort(linear)}
                </Figure>{' '}
                <span className="dim">equal credit; {rangeWords(row)}. It describes, it does not prove cause.</span>{' '}
                <Link href="/prove/credit?by=campaign" className="lnk">
                  All models
                </Link>
              </dd>
            </dl>
          );
        }}
      </Answered>
    </section>
  );
};
