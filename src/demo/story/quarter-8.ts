/** The quarter that holds today: the one the design screens show. */
import { loose, plan, sent, work, type QuarterStory } from './quarter-story.ts';

export const quarter8: QuarterStory = {
  statement:
    'By the end of {lastMonth}, mid-size shippers come to us before they tender, so that sales starts the next quarter with a full pipeline and customers ask for more.',
  plans: [
    plan('tender-guide', 'Tender guide and calculator', 'must', ['opportunities'], 46, 28_000, [0, 58], 'lena', [
      work('tender-guide', 'Tender guide, text and cases', 15, 'lena', [0, 29]),
      work('calculator-lessons', 'Calculator: what the beta taught us', 8, 'lena', [2, 24]),
      work('calculator-public', 'Tender calculator, public version', 12, 'lena', [30, 57]),
      work('win-stories', 'Win stories: three shippers under 500 staff', 11, 'lena', [58, 80]),
    ]),
    plan(
      'tender-outreach',
      'Outreach to 240 shippers with a tender due',
      'must',
      ['opportunities', 'pipeline'],
      38,
      22_000,
      [12, 86],
      'samir',
      [
        work('wave-1', 'Outreach wave 1: 120 shippers, tender in {quarter}', 24, 'samir', [4, 39]),
        work('wave-2', 'Outreach wave 2: 120 shippers, tender in {nextQuarter}', 14, 'samir', [36, 84]),
      ],
    ),
    plan('dock-days', 'Dock days in Rotterdam and Hamburg', 'must', ['pipeline', 'revenue'], 47, 64_000, [6, 78], 'ana', [
      work('dock-rotterdam', 'Rotterdam dock day', 22, 'ana', [1, 27]),
      work('dock-hamburg', 'Hamburg dock day: programme and invitations', 18, 'ana', [29, 65]),
      work('rotterdam-follow', 'Rotterdam dock day: follow-up to 46 attendees', 7, 'ana', [46, 60]),
    ]),
    plan('yard-expansion', 'Customer expansion: yard module', 'should', ['expansion'], 40, 18_000, [14, 90], 'yuki', [
      work('yard-customers', 'Yard module: which customers have a yard', 10, 'yuki', [14, 33]),
      work('yard-play', 'Yard module: expansion play for 60 accounts', 16, 'yuki', [34, 70]),
      work('yard-webinar', 'Yard module in 30 minutes: customer webinar', 14, 'yuki', [52, 72]),
    ]),
    plan('routing', 'Lead routing and CRM clean-up', 'could', ['opportunities', 'pipeline'], 22, 9_000, [5, 72], 'wes', [
      work('routing-rules', 'Lead routing: rules agreed with sales', 9, 'wes', [5, 30]),
      work('crm-owner', 'CRM: one account, one owner', 13, 'wes', [50, 74]),
    ]),
    plan('joint', 'Joint marketing with two TMS vendors', 'could', ['pipeline'], 15, 14_000, [20, 82], 'samir', [
      work('joint-brief', 'What we and the vendors promise each other', 6, 'samir', [20, 38]),
      work('partner-page', 'Partner page and joint brief', null, 'samir', [60, 80]),
    ]),
  ],
  loose: [
    loose('tender-calendar', 'Tender calendar for the Netherlands', 19, 'lena'),
    loose('drivers-poster', 'Poster for the drivers’ room, six languages', 3, 'ana'),
    loose('anniversary', 'Ten years of Lademar', null, null),
    loose('cup-sponsor', 'Sponsor the amateur football cup', 4, null, {
      dropped: [6, 'A kind idea, and no shipper decides there. The people team may still do it.'],
    }),
    loose('crane-wrap', 'Wrap a harbour crane in our colours', 16, null, { dropped: [17, 'It costs the Hamburg dock day twice over.'] }),
  ],
  sent: [
    sent('wave-1', 'Outreach, wave 1', 'Outreach', 'wave-1', [19, 40], 11_000, 'your tender'),
    sent('dock-rotterdam', 'Dock day Rotterdam', 'Dock day', 'dock-rotterdam', [26, 26], 29_000, 'Rotterdam'),
    sent('tender-guide', 'Tender guide', 'Content', 'tender-guide', [30, 150], 14_000, 'the tender guide'),
    sent('yard-play', 'Yard module, expansion play', 'Newsletter', 'yard-play', [40, 76], 6_000, 'the yard module letter'),
    sent('wave-2', 'Outreach, wave 2', 'Outreach', 'wave-2', [50, 84], 11_000, 'your next tender'),
    sent('calculator', 'Tender calculator', 'Content', 'calculator-public', [58, 170], 9_000, 'the tender calculator'),
    sent('yard-webinar', 'Yard module in 30 minutes', 'Webinar', 'yard-webinar', [72, 72], 5_000, 'Yard module in 30 minutes'),
    sent('dock-hamburg', 'Dock day Hamburg', 'Dock day', 'dock-hamburg', [64, 64], 31_000, 'Hamburg'),
  ],
};
