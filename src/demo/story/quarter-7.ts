/** The seventh quarter: work it out, and hear it from a customer. */
import { loose, plan, sent, work, type QuarterStory } from './quarter-story.ts';

export const quarter7: QuarterStory = {
  statement: 'By the end of {lastMonth}, a shipper can work out what slots are worth to him, and hears it confirmed by a customer.',
  plans: [
    plan('calculator', 'Tender calculator, first version', 'must', ['opportunities', 'pipeline'], 37, 26_000, [0, 70], 'lena', [
      work('calculator-sums', 'The sums behind it, checked by finance', 10, 'lena', [-4, 14]),
      work('calculator-beta', 'Calculator, beta', 19, 'lena', [-5, 30]),
      work('calculator-test', 'Ten shippers try it while we watch', 6, 'lena', [30, 56]),
      work('tender-alerts', 'Mail when a public tender is published', 12, null, null),
    ]),
    plan('references', 'Customers who answer the phone', 'must', ['pipeline', 'revenue'], 19, 8_000, [0, 60], 'yuki', [
      work('reference-pool', 'Twelve customers who take calls', 11, 'yuki', [2, 34]),
      work('reference-rules', 'Fair use: one call a month each', 3, 'yuki', [10, 18]),
      work('reference-thanks', 'A thank-you that is worth something', 4, 'yuki', [40, 54]),
      work('driver-page', 'A page for drivers who ask where to go', 9, 'lena', null),
    ]),
    plan('lille', 'A dock day in Lille', 'should', ['opportunities', 'pipeline'], 27, 27_000, [2, 76], 'ana', [
      work('dock-lille', 'Dock day Lille', 19, 'ana', [6, 60]),
      work('lille-follow', 'Follow-up to Lille', 6, 'ana', [61, 70]),
    ]),
    plan('dach', 'Outreach in Germany', 'should', ['opportunities'], 20, 9_000, [10, 72], 'samir', [
      work('dach-list', 'List: 160 German shippers with a tender behind them', 10, 'samir', [10, 34]),
      work('dach-mails', 'Mails that say du or Sie, tested', 9, 'samir', [30, 62]),
    ]),
    plan('north', 'A first look at the Nordics', 'could', ['opportunities'], 19, 19_000, [12, 80], 'samir', [
      work('search-nordics', 'Search ads for the Nordics', 9, 'samir', [14, 36]),
      work('nordic-desk', 'Who decides in a Nordic warehouse', 8, 'lena', [56, 80]),
      work('site-nordic', 'The site in Swedish and Danish', 22, null, null),
    ]),
    plan('dock-data', 'Webinar on dock data', 'could', ['pipeline'], 13, 6_000, [16, 60], 'samir', [
      work('webinar-data', 'Webinar: “What your dock data knows”', 11, 'samir', [18, 51]),
      work('data-sheet', 'Data sheet: every field we export', 5, 'wes', null),
    ]),
  ],
  loose: [
    loose('welcome-box', 'Welcome box for new colleagues', 3, 'yuki', [30, 37]),
    loose('chess', 'Sponsor a chess tournament for drivers', 5, null, { dropped: [74, 'Nobody who signs for a dock plays in it.'] }),
    loose('cinema', 'Advertisement in the cinema', 5, null, {
      dropped: [20, 'It serves no outcome. Told to the one who asked, with thanks for the idea.'],
    }),
    loose('yearbook', 'Customer yearbook', 15, null, { dropped: [52, 'It would come out after the decision it was meant to help.'] }),
  ],
  sent: [
    sent('calculator-beta', 'Tender calculator, beta', 'Content', 'calculator-beta', [6, 200], 12_700, 'the savings calculator'),
    sent('references', 'Customer references', 'Reference', 'reference-pool', [20, null], 6_800, 'a customer'),
    sent('dock-lille', 'Dock day Lille', 'Dock day', 'dock-lille', [60, 60], 19_300, 'Lille'),
    sent('dach-outreach', 'Outreach: Germany', 'Outreach', 'dach-mails', [38, 62], 7_700, 'tenders gone by'),
    sent('search-nordics', 'Search: lastport, Nordics', 'Paid search', 'search-nordics', [30, null], 26_000, 'tidsbokning lastport'),
    sent('webinar-data', 'What your dock data knows', 'Webinar', 'webinar-data', [50, 50], 4_600, 'What your dock data knows'),
    sent('shippers-club', 'Sponsor of a shippers’ club', 'Partner', null, [34, 70], 9_000, 'the shippers’ club'),
  ],
};
