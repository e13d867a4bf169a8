/** The second quarter: teach before the price is compared. */
import { loose, plan, sent, work, type QuarterStory } from './quarter-story.ts';

export const quarter2: QuarterStory = {
  statement: 'By the end of {lastMonth}, shippers learn from us before they compare prices, and sales has a reason to call them.',
  plans: [
    plan('webinars', 'Webinars, first season', 'must', ['opportunities'], 33, 12_000, [2, 80], 'samir', [
      work('season-plan', 'Season plan: four subjects, four customers', 5, 'samir', [2, 14]),
      work('webinar-gate', 'Webinar: “Less waiting at the gate”', 12, 'samir', [14, 44]),
      work('webinar-month', 'Webinar: “The first month with slots”', 11, 'samir', [42, 72]),
      work('recordings', 'Recordings that can be found again', 4, 'lena', [46, 60]),
      work('subtitles', 'Subtitles in four languages', 9, null, null),
    ]),
    plan('first-guide', 'Guide: your first dock schedule', 'must', ['opportunities', 'pipeline'], 32, 16_000, [0, 76], 'lena', [
      work('guide-text', 'The guide, text and drawings', 17, 'lena', [3, 46]),
      work('guide-review', 'Three warehouse heads read it before we print', 5, 'lena', [40, 55]),
      work('guide-launch', 'The guide goes out by mail and search', 7, 'samir', [52, 70]),
      work('guide-german', 'The guide in German', 6, 'lena', [66, 84]),
    ]),
    plan('building', 'Outreach to building suppliers', 'should', ['opportunities'], 21, 8_000, [14, 74], 'samir', [
      work('building-list', 'List: 180 building suppliers with their own fleet', 8, 'samir', [16, 36]),
      work('building-mails', 'Three mails and a script for the call', 9, 'samir', [34, 70]),
    ]),
    plan('sector-pages', 'A page for every sector', 'should', ['opportunities', 'pipeline'], 25, 11_000, [10, 78], 'lena', [
      work('page-food', 'Page for food and drink', 9, 'lena', [20, 48]),
      work('page-building', 'Page for building materials', 8, 'lena', [44, 64]),
      work('page-paper', 'Page for paper and packaging', 8, 'lena', [62, 79]),
      work('page-chemicals', 'Page for chemicals and paint', 8, 'lena', null),
    ]),
    plan('social', 'Show up on social media', 'could', ['opportunities'], 18, 21_000, [8, 88], 'pieter', [
      work('social-plan', 'Who posts what, and who answers', 5, 'pieter', [8, 19]),
      work('social-posts', 'Two posts a week', 12, 'pieter', [18, 87]),
    ]),
    plan('consent', 'Consent and tracking in order', 'could', ['opportunities', 'pipeline'], 25, 9_000, [4, 70], 'wes', [
      work('consent-renewal', 'Consent renewal for 3,100 contacts', 9, 'wes', [10, 48]),
      work('link-names', 'One naming rule for links', 8, 'wes', [4, 24]),
      work('double-contacts', 'CRM: 400 double contacts', 7, 'wes', [46, 68]),
    ]),
  ],
  loose: [
    loose('office-photos', 'Photos of the new office', 2, 'pieter', [22, 26]),
    loose('podcast-season', 'Podcast, season one', 30, null, {
      dropped: [12, 'Thirty days for one vote. If a shipper asks for it, bring it back.'],
    }),
    loose('careers-page', 'Careers page redesign', 11, null),
    loose('quiz', 'Quiz: how good is your gate?', 8, null, {
      dropped: [55, 'Two customers tried the draft and told us it felt like an exam.'],
    }),
    loose('balloons', 'Balloons for the open day', 1, null, { dropped: [33, 'The open day is at a warehouse with sprinklers.'] }),
  ],
  sent: [
    sent('webinar-gate', 'Less waiting at the gate', 'Webinar', 'webinar-gate', [43, 43], 5_200, 'Less waiting at the gate'),
    sent('webinar-month', 'The first month with slots', 'Webinar', 'webinar-month', [71, 71], 4_800, 'The first month with slots'),
    sent(
      'first-guide',
      'Guide: your first dock schedule',
      'Content',
      'guide-launch',
      [56, 260],
      9_800,
      'the guide “Your first dock schedule”',
    ),
    sent('building-outreach', 'Outreach: building suppliers', 'Outreach', 'building-mails', [46, 70], 7_300, 'building suppliers'),
    sent('sector-pages', 'Pages for food, building and paper', 'Content', 'page-food', [48, 420], 8_600, 'the page for your sector'),
    sent('social-posts', 'Posts, two a week', 'Social', 'social-posts', [20, 330], 19_500, 'a post about gate times'),
    sent('consent-renewal', 'Consent renewal', 'Newsletter', null, [30, 52], 3_900, 'the consent renewal'),
  ],
};
