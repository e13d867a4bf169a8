/** Words of workshops as people read them. */
import type { Topic } from '../../domain/workshop/agenda.ts';

export const TOPIC_WORDS: { readonly [T in Topic]: string } = {
  retro: 'Start, stop, keep',
  outlook: 'Opportunities and threats',
  guidepoint: 'Guidepoint',
  ideas: 'Ideas',
  launch: 'Smallest launch',
  plan: 'Plan',
};
