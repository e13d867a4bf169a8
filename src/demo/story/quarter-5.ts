/** The fifth quarter: the words of the tender. Money left in its middle, and the Guidepoint was changed for it. */
import { loose, plan, sent, work, type QuarterStory } from './quarter-story.ts';

export const quarter5: QuarterStory = {
  statement: 'By the end of {lastMonth}, shippers that will tender use our words when they write down what they need.',
  plans: [
    plan('tender-words', 'Tender content', 'must', ['opportunities', 'pipeline', 'revenue'], 40, 24_000, [0, 78], 'lena', [
      work('tender-checklist', 'Tender checklist', 14, 'lena', [2, 38]),
      work('tender-terms', 'Words for a dock tender, in four languages', 12, 'lena', [36, 66]),
      work('webinar-tender', 'Webinar: “Write the tender once”', 11, 'samir', [28, 58]),
    ]),
    plan('food', 'Outreach to food and drink', 'must', ['opportunities'], 30, 11_000, [6, 72], 'samir', [
      work('food-list', 'List: 200 food and drink makers with cold docks', 9, 'samir', [8, 32]),
      work('food-mails', 'Mails that name the morning rush', 10, 'samir', [28, 64]),
      work('food-calls', 'Call mornings with sales, twice a week', 8, 'samir', [36, 66]),
      work('food-answers', 'What food shippers answered, sorted', 3, 'samir', [64, 72]),
    ]),
    plan('cologne', 'A dock day in Cologne', 'should', ['pipeline'], 28, 26_000, [4, 82], 'ana', [
      work('dock-cologne', 'Dock day Cologne', 20, 'ana', [6, 69]),
      work('cologne-follow', 'Follow-up to Cologne', 6, 'ana', [70, 78]),
    ]),
    plan('second-site', 'Second site, same customer', 'should', ['expansion'], 22, 8_000, [10, 80], 'yuki', [
      work('site-list', 'Customers with more than one site', 6, 'yuki', [12, 26]),
      work('site-mail', 'A letter to the site that does not have us', 9, 'yuki', [26, 56]),
      work('site-slides', 'What changed at the first site, on one page', 5, 'yuki', [30, 44]),
    ]),
    plan('listed', 'Be listed where shippers look', 'could', ['opportunities'], 15, 12_000, [12, 60], 'lena', [
      work('directories', 'Entries in three directories', 6, 'samir', [14, 30]),
      work('second-vendor', 'A second TMS vendor', 8, 'samir', [30, 58]),
      work('chatbot', 'A chatbot on the home page', 18, null, null),
    ]),
    plan('gate-4-new', 'Newsletter, new form', 'could', ['expansion'], 16, 6_000, [20, 76], 'yuki', [
      work('newsletter-form', '“Gate 4” in five minutes: new form', 12, 'yuki', [24, 60]),
      work('newsletter-archive', 'An archive that search engines can read', 4, 'yuki', null),
    ]),
  ],
  loose: [
    loose('jersey', 'Jerseys for the company run', 2, 'yuki', [44, 48]),
    loose('calendar-wall', 'Wall calendar with pictures of docks', 7, null, {
      dropped: [12, 'Asked for every year, missed by nobody in the years we skipped it.'],
    }),
    loose('map', 'Map of all docks we run', 9, null, { dropped: [33, 'Half of our customers do not want to stand on a map.'] }),
    loose('price-calculator', 'Prices on the site', 6, 'lena', {
      dropped: [50, 'Sales and finance could not agree on the price list. It comes back when they have.'],
    }),
  ],
  sent: [
    sent('tender-checklist', 'Tender checklist', 'Content', 'tender-checklist', [40, 330], 11_900, 'the tender checklist'),
    sent('webinar-tender', 'Write the tender once', 'Webinar', 'webinar-tender', [57, 57], 5_100, 'Write the tender once'),
    sent('food-outreach', 'Outreach: food and drink', 'Outreach', 'food-mails', [38, 64], 9_400, 'food and drink'),
    sent('dock-cologne', 'Dock day Cologne', 'Dock day', 'dock-cologne', [68, 68], 22_800, 'Cologne'),
    sent('second-vendor', 'Joint brief, second TMS vendor', 'Partner', 'second-vendor', [41, null], 10_600, 'our second TMS partner'),
    sent('second-site', 'Second site, same customer', 'Newsletter', 'site-mail', [40, 82], 4_300, 'the letter about your second site'),
  ],
};
