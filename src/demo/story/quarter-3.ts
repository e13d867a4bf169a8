/** The third quarter: what waiting costs, in euro. */
import { loose, plan, sent, work, type QuarterStory } from './quarter-story.ts';

export const quarter3: QuarterStory = {
  statement: 'By the end of {lastMonth}, finance and logistics at a shipper can both say what waiting costs them, in euro.',
  plans: [
    plan('waiting-cost', 'What an hour of waiting costs', 'must', ['opportunities', 'pipeline'], 37, 22_000, [0, 74], 'lena', [
      work('waiting-study', 'Study: an hour of waiting in 60 warehouses', 21, 'lena', [2, 43]),
      work('waiting-page', 'The study as a page and a download', 7, 'lena', [38, 54]),
      work('waiting-press', 'Three trade magazines pick it up', 8, 'pieter', [44, 72]),
      work('waiting-slides', 'The study on four slides for sales', 3, 'lena', [54, 62]),
    ]),
    plan('carriers', 'Bring the carriers along', 'must', ['pipeline', 'revenue'], 25, 13_000, [6, 70], 'samir', [
      work('webinar-carriers', 'Webinar: “Slots that carriers accept”', 12, 'samir', [14, 53]),
      work('carrier-letter', 'A letter that a shipper can send to his carriers', 5, 'yuki', [20, 34]),
      work('carrier-questions', 'Eleven questions carriers ask', 6, 'yuki', [34, 52]),
    ]),
    plan('france', 'First steps in France', 'should', ['opportunities'], 34, 27_000, [0, 78], 'samir', [
      work('site-fr', 'The site in French', 15, 'lena', [4, 40]),
      work('search-fr', 'Search ads for France', 9, 'samir', [14, 38]),
      work('story-printer', 'Story: a printer with four gates', 9, 'lena', [52, 78]),
      work('guide-french', 'The guide in French', 7, 'lena', null),
    ]),
    plan('first-partner', 'The first partner: a TMS vendor', 'should', ['opportunities', 'pipeline'], 19, 9_000, [10, 66], 'samir', [
      work('partner-brief', 'Joint brief with a TMS vendor', 9, 'samir', [12, 44]),
      work('partner-training', 'Half a day of training for the partner’s sales', 6, 'samir', [44, 58]),
      work('partner-sheet', 'A price sheet for partners', 4, 'samir', [56, 66]),
      work('partner-portal', 'A portal for partners', 24, null, null),
    ]),
    plan('paper', 'Outreach to paper and packaging', 'could', ['opportunities'], 18, 7_000, [20, 76], 'samir', [
      work('paper-list', 'List: 140 paper and packaging makers', 7, 'samir', [20, 40]),
      work('paper-mails', 'Mails and calls to paper and packaging', 9, 'samir', [38, 68]),
    ]),
    plan('ramp-video', 'Video: a day at the ramp', 'could', ['pipeline'], 22, 26_000, [0, 62], 'pieter', [
      work('ramp-video', 'Film a day at the ramp', 19, 'pieter', [4, 58]),
      work('video-cuts', 'Six short cuts for social media', 6, 'pieter', null),
    ]),
  ],
  loose: [
    loose('board-slides', 'Slides for the board dinner', 4, 'pieter', [50, 55]),
    loose('dock-drone', 'Dock tour video with drone', 8, null),
    loose('award', 'Enter the logistics award', 9, null, {
      dropped: [30, 'The jury’s customers are not ours, and the fee is a dock day’s catering.'],
    }),
    loose('rail', 'Page for rail terminals', 10, null, {
      dropped: [61, 'Nobody in sales has a rail terminal this year. We look again when one asks.'],
    }),
    loose('holiday-cards', 'Holiday cards, signed by hand', 3, 'yuki', {
      dropped: [70, 'Service will call its customers instead; they liked that idea better.'],
    }),
  ],
  sent: [
    sent('waiting-study', 'Study: an hour of waiting', 'Content', 'waiting-page', [45, 330], 13_800, 'the study “An hour of waiting”'),
    sent('webinar-carriers', 'Slots that carriers accept', 'Webinar', 'webinar-carriers', [52, 52], 5_600, 'Slots that carriers accept'),
    sent('search-fr', 'Search: rendez-vous quai, FR', 'Paid search', 'search-fr', [30, null], 47_000, 'logiciel rendez-vous quai'),
    sent('partner-brief', 'Joint brief, first TMS vendor', 'Partner', 'partner-brief', [46, 250], 6_400, 'our TMS partner'),
    sent('paper-outreach', 'Outreach: paper and packaging', 'Outreach', 'paper-mails', [44, 68], 6_600, 'paper and packaging'),
    sent('ramp-video', 'Video: a day at the ramp', 'Social', 'ramp-video', [60, 200], 24_000, 'the ramp video'),
  ],
};
