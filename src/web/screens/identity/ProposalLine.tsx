import { moneyShort, tally } from '../../../views/words/format.ts';
import { calledWords, movesWords, questionWords, whyWords } from '../../../views/identity/words.ts';
import { Button } from '../../components/Button.tsx';
import { Pending } from '../../components/Pending.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useFacts } from '../../state/facts.ts';
import { Called } from './Called.tsx';
import css from './IdentityScreen.module.css';
import { MovedDeals } from './MovedDeals.tsx';
import type { Proposal } from './review.ts';

type Props = {
  readonly proposal: Proposal;
  readonly currency: string | null;
  readonly open: boolean;
  readonly allowed: boolean;
  readonly onOpen: () => void;
  readonly onSay: (same: boolean) => void;
  readonly onLater: () => void;
};

/** One question about who is who: what hangs on it, and opened, why we think so and which deals would move. */
export const ProposalLine = ({ proposal, currency, open, allowed, onOpen, onSay, onLater }: Props) => {
  const { of, a, b, aName, bName, rule, detail, confidence, n, touches, deals, wonMinor, openMinor } = proposal;
  const money = wonMinor + openMinor;
  const line = (
    <button type="button" className={css.line} aria-expanded={open} onClick={onOpen}>
      <span>
        <b>{questionWords(of, calledWords(a, aName), calledWords(b, bName), n)}</b>{' '}
        {confidence === 'likely' && <Tag kind="early">counts as likely</Tag>}
      </span>
      <span className={`${css.amount} mut sm`}>
        {tally(deals, 'deal')}
        {money > 0 && `, ${moneyShort({ minor: money, currency })}`} · {tally(touches, 'touch', 'touches')}
      </span>
    </button>
  );
  if (!open) return line;
  return (
    <div className={css.open}>
      {line}
      <p>{whyWords(rule, detail)}</p>
      <p className="sm">
        <Called handle={a} name={aName} /> · <Called handle={b} name={bName} />
      </p>
      <Moves a={a} b={b} apart={confidence === 'likely'} currency={currency} />
      {allowed && (
        <div className={css.asks}>
          <Button kind="primary" onPress={() => onSay(true)}>
            It is so
          </Button>
          <Button onPress={() => onSay(false)}>It is not</Button>
          <Button kind="quiet" onPress={onLater}>
            Later
          </Button>
        </div>
      )}
    </div>
  );
};

/** What would move: of what counts already, if somebody said no. */
const Moves = ({
  a,
  b,
  apart,
  currency,
}: {
  readonly a: string;
  readonly b: string;
  readonly apart: boolean;
  readonly currency: string | null;
}) => {
  const moves = useFacts('identity moves', { a, b, apart });
  if (moves.data === undefined || moves.isPlaceholderData) return <Pending />;
  const { moved, concerned } = moves.data;
  const touches = moved.reduce((sum, deal) => sum + deal.touchesThen - deal.touchesNow, 0);
  return (
    <div className={css.moved}>
      <p>
        {apart && 'If it is not so: '}
        {movesWords(moved.length, concerned, touches)}
      </p>
      <MovedDeals moved={moved} currency={currency} />
    </div>
  );
};
