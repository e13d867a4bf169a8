import type { Answer } from '../../../kernel/answer.ts';
import { count, percent, plural } from '../../../views/words/format.ts';

/** What the touches say of the links that went out. */
export const seenTitle = ({ coverage: { have, of }, rows }: Answer): string => {
  if (of === 0) return 'No touch came by a link yet.';
  const nobody = rows.filter(({ key, campaign }) => key !== '(blank)' && campaign === null).length;
  if (have === of) return `All ${count(of)} touches that came by a link find their campaign.`;
  return `${percent(have / of)} of ${count(of)} touches find their campaign${nobody > 0 ? `; ${plural(nobody, 'spelling means', 'spellings mean')} nobody` : ''}.`;
};
