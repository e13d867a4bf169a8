/** The fourth quarter: see it with your own eyes. Its Guidepoint was reworded before anybody could sign it. */
import { loose, plan, sent, work, type QuarterStory } from './quarter-story.ts';

export const FIRST_WORDING = 'By the end of {lastMonth}, we are on the short list of every shipper that decides this year.';

export const quarter4: QuarterStory = {
  statement: 'By the end of {lastMonth}, shippers that decide this year have stood at a ramp that runs on our slots.',
  plans: [
    plan('first-dock-day', 'The first dock day, at a customer’s', 'must', ['opportunities', 'pipeline'], 36, 34_000, [0, 80], 'ana', [
      work('dock-eindhoven', 'Dock day Eindhoven', 22, 'ana', [4, 64]),
      work('eindhoven-guests', 'Guest list with sales: 40 names, 40 calls', 7, 'ana', [20, 50]),
      work('eindhoven-follow', 'Follow-up to Eindhoven within three days', 5, 'samir', [65, 72]),
      work('dock-day-kit', 'Everything one dock day needs, in one box', 6, 'ana', [70, 84]),
    ]),
    plan('yard', 'Say what the yard module does', 'must', ['pipeline', 'expansion'], 27, 12_000, [4, 72], 'yuki', [
      work('yard-checklist', 'Checklist: what your yard hides', 10, 'lena', [6, 36]),
      work('webinar-yard', 'Webinar: “The yard is part of the dock”', 11, 'samir', [18, 51]),
      work('yard-slides', 'Six slides for talks with customers', 4, 'yuki', [10, 22]),
      work('app-store', 'Better pictures in the app store', 5, null, null),
    ]),
    plan('french-outreach', 'Outreach to French shippers', 'should', ['opportunities'], 20, 9_000, [12, 74], 'samir', [
      work('french-list', 'List: 120 French shippers with more than six gates', 8, 'samir', [14, 36]),
      work('french-mails', 'Mails in French, calls by Julien', 10, 'samir', [34, 66]),
    ]),
    plan('lyon-fair', 'The fair in Lyon', 'should', ['opportunities'], 31, 46_000, [0, 84], 'ana', [
      work('lyon-stand', 'Stand and crew for Lyon', 22, 'ana', [10, 73]),
      work('lyon-follow', 'Follow-up to Lyon', 7, 'ana', [73, 84]),
    ]),
    plan('the-lost', 'Ask the ones we lost', 'could', ['revenue'], 17, 6_000, [10, 70], 'lena', [
      work('lost-calls', 'Twelve calls with shippers we lost', 12, 'lena', [36, 60]),
      work('lost-report', 'What we learned, on two pages', 4, 'lena', [58, 68]),
    ]),
    plan('monday', 'One report for the Monday meeting', 'could', ['revenue', 'pipeline'], 18, 0, [2, 60], 'wes', [
      work('monday-report', 'The Monday report, from one source', 11, 'wes', [4, 38]),
      work('cost-codes', 'Cost centres that match campaigns', 6, 'wes', [36, 56]),
      work('old-campaigns', 'CRM: close 70 campaigns that ended years ago', 4, 'wes', null),
    ]),
  ],
  loose: [
    loose('truck-stickers', 'Stickers for drivers', 2, 'ana', [40, 44]),
    loose('transport-fair', 'Stand at the transport fair, {nextYear}', null, null),
    loose('radio', 'Radio spots on the ring road', 7, null, { dropped: [15, 'We cannot tell who hears it, and neither can the station.'] }),
    loose('plain-language', 'Our contract in plain language', 14, 'lena', {
      dropped: [58, 'Legal took it over; they do it with the new price list.'],
    }),
  ],
  sent: [
    sent('dock-eindhoven', 'Dock day Eindhoven', 'Dock day', 'dock-eindhoven', [64, 64], 21_500, 'Eindhoven'),
    sent('yard-checklist', 'Checklist: what your yard hides', 'Content', 'yard-checklist', [37, 260], 5_800, 'the yard checklist'),
    sent('webinar-yard', 'The yard is part of the dock', 'Webinar', 'webinar-yard', [50, 50], 4_900, 'The yard is part of the dock'),
    sent('french-outreach', 'Outreach: French shippers', 'Outreach', 'french-mails', [42, 66], 7_900, 'French shippers'),
    sent('lyon-fair', 'Lyon fair {year}', 'Fair', 'lyon-stand', [70, 72], 43_500, 'Lyon fair'),
    sent('postcards', 'Postcards to 900 warehouses', 'Outreach', null, [30, 48], 8_200, 'a postcard'),
  ],
};
