/** Sentences of how the company measures: publications, touch rules and cost rules. */
import type { CostsEvent } from '../../domain/measurement/costs.ts';
import type { PublicationEvent } from '../../domain/measurement/publication.ts';
import type { StagesEvent } from '../../domain/measurement/stages.ts';
import type { TouchesEvent } from '../../domain/measurement/touch-rules.ts';
import { periodCalled } from './measurement.ts';
import { seatTitle } from './names.ts';
import type { Sentences } from './telling.ts';

const page = (period: string, edition: number, text: string) => ({ text, quote: null, href: `/prove/published/${period}/${edition}` });

const stagesPage = (text: string) => ({ text, quote: null, href: '/data/stages' });
const rules = (text: string) => ({ text, quote: null, href: '/data/touch-rules' });

export const MEASUREMENT_EVENTS: Sentences<PublicationEvent | StagesEvent | TouchesEvent | CostsEvent> = {
  'stages/proposed': ({ why }) => ({ ...stagesPage('proposed other definitions of the funnel’s stages'), quote: why }),
  'stages/signed': ({ seat }, t) => stagesPage(`signed the definitions of the funnel’s stages for ${seatTitle(t.book, seat)}`),
  'stages/declined': ({ seat, why }, t) => ({
    ...stagesPage(`declined the definitions of the funnel’s stages for ${seatTitle(t.book, seat)}`),
    quote: why,
  }),
  'stages/withdrawn': () => stagesPage('withdrew the proposed definitions of the funnel’s stages'),
  'touches/proposed': ({ why }) => ({ ...rules('proposed other rules for which touches count'), quote: why }),
  'touches/adopted': ({ proposal }) => rules(`adopted the rules for which touches count, as in proposal ${proposal}`),
  'touches/withdrawn': () => rules('withdrew the proposed rules for which touches count'),
  'costs/settled': ({ why }) => ({ text: 'settled what counts as cost', quote: why, href: '/prove/roi?costs=1' }),
  'publication/published': ({ period, edition, why }, t) => ({
    ...page(period, edition, `published the numbers of ${periodCalled(t.book, period)}${edition > 1 ? `, edition ${edition}` : ''}`),
    quote: why,
  }),
  'publication/signed': ({ period, edition, seat }, t) =>
    page(period, edition, `signed the numbers of ${periodCalled(t.book, period)} for ${seatTitle(t.book, seat)}`),
  'publication/withdrawn': ({ period, edition, why }, t) => ({
    ...page(period, edition, `withdrew edition ${edition} of the numbers of ${periodCalled(t.book, period)}`),
    quote: why,
  }),
};
