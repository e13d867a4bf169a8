import type { Outcome } from '../../../domain/strategy/outcome.ts';
import { STANDING_WORDS } from '../../../views/home/pace.ts';
import { Pending } from '../../components/Pending.tsx';
import { Status } from '../../components/Status.tsx';
import { useOutcomesNow } from './use-outcomes-now.ts';

/** How it stands, in a word. */
export const StandsCell = ({ outcome }: { readonly outcome: Outcome }) => {
  const { ready, standing } = useOutcomesNow();
  if (!ready) return <Pending />;
  const { kind, text } = STANDING_WORDS[standing(outcome)];
  return <Status kind={kind}>{text}</Status>;
};
