/** The first quarter: be found, and answer. */
import { loose, plan, sent, work, type QuarterStory } from './quarter-story.ts';

export const quarter1: QuarterStory = {
  statement:
    'By the end of {lastMonth}, a shipper who looks for dock scheduling finds us, and whoever asks us something has an answer the next working day.',
  plans: [
    plan('search', 'Be found by shippers who are looking', 'must', ['opportunities'], 38, 62_000, [0, 62], 'samir', [
      work('search-words', 'Search words that shippers really type', 9, 'samir', [3, 18]),
      work('search-nl', 'Search ads for the Netherlands', 8, 'samir', [4, 30]),
      work('search-de', 'Search ads for Germany', 8, 'samir', [16, 41]),
      work('landing-page', 'Landing page: a dock day, hour by hour', 13, 'lena', [15, 48]),
      work('landing-video', 'One minute of film for the landing page', 8, null, null),
    ]),
    plan('inquiries', 'Answer every inquiry within a day', 'must', ['opportunities', 'revenue'], 23, 14_000, [0, 55], 'pieter', [
      work('inquiry-rules', 'Who answers which inquiry', 6, 'pieter', [1, 14]),
      work('inquiry-form', 'One form instead of four', 7, 'pieter', [12, 33]),
      work('inquiry-alarm', 'An alarm when an inquiry is older than a day', 5, 'pieter', [34, 52]),
      work('own-name', 'Ads on our own name', 4, 'samir', [8, 19]),
    ]),
    plan('hamburg-fair', 'The fair in Hamburg', 'must', ['opportunities', 'pipeline'], 34, 58_000, [0, 82], 'ana', [
      work('hamburg-stand', 'Stand, crew and appointments for Hamburg', 24, 'ana', [2, 61]),
      work('hamburg-follow', 'Follow-up to the people we met in Hamburg', 9, 'ana', [62, 81]),
      work('fair-lessons', 'What the fair cost us, hour by hour', 2, 'ana', [80, 86]),
    ]),
    plan('first-stories', 'First shipper stories', 'should', ['pipeline'], 30, 13_000, [8, 80], 'lena', [
      work('story-form', 'How we write a story: questions, photos, release', 6, 'lena', [8, 22]),
      work('story-dairy', 'Story: a dairy that stopped waiting', 12, 'lena', [20, 46]),
      work('story-brick', 'Story: bricks on the hour', 11, 'lena', [46, 70]),
      work('glossary', 'Glossary: forty words of the yard', 10, 'lena', null),
    ]),
    plan('letter', 'A letter for warehouse heads', 'could', ['expansion'], 19, 9_000, [6, 84], 'yuki', [
      work('gate-4', 'Newsletter “Gate 4”, the first three issues', 14, 'yuki', [8, 78]),
      work('mail-consent', 'A clean list of people who want mail from us', 5, 'pieter', [6, 20]),
    ]),
    plan('one-list', 'One list of accounts', 'could', ['pipeline'], 20, 4_000, [10, 88], 'pieter', [
      work('crm-accounts', 'CRM: one list of accounts', 13, 'pieter', [20, 64]),
      work('crm-stages', 'CRM: stages that sales and we read the same way', 6, 'pieter', [60, 82]),
      work('crm-fields', 'CRM: 61 fields nobody fills', 7, null, null),
    ]),
  ],
  loose: [
    loose('mugs', 'Mugs and pens for the summer party', 3, 'pieter', [30, 36]),
    loose('catalogue', 'Printed catalogue', 12, null, {
      dropped: [24, 'No outcome needs it: the people we want to reach asked for a page, not for paper.'],
    }),
    loose('logo-truck', 'Our logo on two customer trucks', 6, null, {
      dropped: [40, 'It would be nice to see and moves nothing we agreed on.'],
    }),
    loose('fridge', 'Magnets with our service number', 2, null, {
      dropped: [62, 'The number is on the invoice, and nobody has lost it yet.'],
    }),
  ],
  sent: [
    sent('search-nl', 'Search: dock scheduling, NL', 'Paid search', 'search-nl', [14, null], 92_000, 'dock scheduling software'),
    sent('search-de', 'Search: Zeitfenster, DE', 'Paid search', 'search-de', [26, null], 88_000, 'Zeitfenster Rampe'),
    sent('brand-search', 'Search: our own name', 'Brand search', 'own-name', [15, null], 31_000, 'lademar'),
    sent('story-dairy', 'Story: a dairy that stopped waiting', 'Content', 'story-dairy', [44, 190], 6_200, 'the dairy story'),
    sent('hamburg-fair', 'Hamburg fair {year}', 'Fair', 'hamburg-stand', [58, 60], 51_000, 'Hamburg fair'),
    sent('story-brick', 'Story: bricks on the hour', 'Content', 'story-brick', [68, 210], 5_400, 'the brickworks story'),
    sent('gate-4', 'Newsletter “Gate 4”', 'Newsletter', 'gate-4', [24, null], 14_500, 'Gate 4'),
  ],
};
