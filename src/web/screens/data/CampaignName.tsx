import type { CampaignId } from '../../../kernel/ids.ts';
import { dayWords, list, moneyShort, tally } from '../../../views/words/format.ts';
import { CheckField } from '../../components/fields/CheckField.tsx';
import type { Output } from '../../state/api.ts';
import { useCompany } from '../../state/company.tsx';
import { MeansField } from './MeansField.tsx';
import css from './NamesScreen.module.css';

type Name = Output<'names'>['campaigns'][number];
type Props = {
  readonly name: Name;
  readonly ticked: boolean;
  /** Null where nothing is close, or the reader may not decide. */
  readonly onTick: ((on: boolean) => void) | null;
  readonly onMean: ((to: CampaignId) => void) | null;
};

/** One name that nobody answers to, what it carries, and the campaigns it may mean. */
export const CampaignName = ({ name, ticked, onTick, onMean }: Props) => {
  const { book, today } = useCompany();
  const nameOf = (id: string, otherwise: string): string => book.campaign.get(id as CampaignId)?.name ?? otherwise;
  const all = [...book.campaign.values()].filter((c) => !c.retired).map((c) => ({ value: c.id as string, label: c.name }));
  const close = new Set(name.candidates.map((x) => x.id));
  const carries = [
    name.touches > 0 && tally(name.touches, 'touch', 'touches'),
    name.leads > 0 && tally(name.leads, 'lead'),
    ...name.spend.map((s) => `${moneyShort(s)} spent`),
  ].filter((x): x is string => Boolean(x));
  const words = (
    <>
      <b>{name.found}</b>
      <span className="mut sm">
        {' '}
        {list(carries)}
        {name.firstOn && name.lastOn && `, ${dayWords(name.firstOn, today)} to ${dayWords(name.lastOn, today)}`}.{' '}
        {name.touches > 0 ? 'Their credit stands in “no campaign”.' : 'It is the cost of no campaign.'}
      </span>
    </>
  );
  return (
    <div className={css.line}>
      {onTick ? (
        <CheckField checked={ticked} onChange={onTick}>
          {words}
        </CheckField>
      ) : (
        <div>{words}</div>
      )}
      {onMean && (
        <MeansField
          label={`The campaign ${name.found} means`}
          first={name.candidates[0]?.id}
          candidates={[
            ...name.candidates.map((x) => ({ value: x.id, label: nameOf(x.id, x.name) })),
            ...all.filter((x) => !close.has(x.value)),
          ]}
          onMean={(to) => onMean(to as CampaignId)}
        />
      )}
    </div>
  );
};
