/** The sixth quarter: before the tender is written. Van Dalen Cold Chain came to Antwerp. */
import { loose, plan, sent, work, type QuarterStory } from './quarter-story.ts';

export const quarter6: QuarterStory = {
  statement:
    'By the end of {lastMonth}, sales talks to shippers before the tender is written, and finance can trace each talk to what we did.',
  plans: [
    plan('dock-days', '{season} dock days in Antwerp and Ghent', 'must', ['opportunities', 'pipeline'], 34, 31_000, [0, 88], 'ana', [
      work('dock-antwerp', 'Antwerp dock day', 19, 'ana', [6, 73]),
      work('dock-ghent', 'Ghent dock day', 11, 'ana', [30, 81]),
      work('dock-follow', 'Follow-up to both dock days', 4, 'ana', [74, 87]),
    ]),
    plan('pilot', 'Outreach pilot', 'must', ['opportunities'], 21, 9_000, [4, 60], 'samir', [
      work('pilot-list', 'Pilot list: 90 shippers whose contract ends', 11, 'samir', [4, 28]),
      work('pilot-mails', 'Pilot mails: one person, one date, one question', 8, 'samir', [24, 54]),
    ]),
    plan('webinars-2', 'Webinars, second season', 'should', ['opportunities', 'pipeline'], 27, 11_000, [0, 66], 'samir', [
      work('slots-queues', 'Webinar: “Slots, not queues”', 12, 'samir', [0, 17]),
      work('unloading-night', 'Webinar: “Unloading at night”', 12, 'samir', [26, 61]),
      work('webinar-answers', 'Answers to 63 questions from the webinars', 5, 'lena', null),
    ]),
    plan('utrecht-fair', 'The fair in Utrecht', 'should', ['opportunities'], 30, 41_000, [0, 40], 'ana', [
      work('utrecht-stand', 'Stand and crew for Utrecht', 21, 'ana', [-6, 10]),
      work('utrecht-follow', 'Follow-up to Utrecht, from our own notes', 6, 'ana', [11, 24]),
      work('utrecht-badges', 'Get the badge list from the organiser', 2, 'ana', [12, 90]),
    ]),
    plan('whole-path', 'See the whole path of a deal', 'could', ['pipeline', 'revenue'], 22, 8_000, [8, 78], 'wes', [
      work('deal-contacts', 'CRM: contacts on every deal', 12, 'wes', [10, 46]),
      work('badge-lists', 'Badge and meeting lists in one place', 9, 'wes', [44, 76]),
    ]),
    plan('finance-stories', 'Stories that finance believes', 'could', ['pipeline'], 18, 7_000, [14, 82], 'lena', [
      work('story-fresh', 'Story: Brabant Fresh and the missing hour', 10, 'lena', [16, 48]),
      work('story-numbers', 'A page of numbers, checked by a controller', 7, 'lena', [50, 78]),
      work('story-port', 'Story: a warehouse in the port of Antwerp', 10, null, null),
    ]),
  ],
  loose: [
    loose('office-sign', 'A sign for the office door', 1, 'ana', [20, 22]),
    loose('alumni', 'Letter to people who left their job at a customer', 6, null),
    loose('slack-emoji', 'A set of emoji for the partner channel', 1, null, {
      dropped: [18, 'We laughed. Then we remembered the five years of work above it.'],
    }),
    loose('influencer', 'Pay a forklift influencer', 10, null, {
      dropped: [45, 'Two hundred thousand people watch, none of them decides about a dock.'],
    }),
    loose('accessibility', 'The site for people who use a screen reader', 13, 'lena'),
  ],
  sent: [
    sent('slots-queues', 'Slots, not queues', 'Webinar', 'slots-queues', [16, 16], 5_300, 'Slots, not queues'),
    sent('night-webinar', 'Unloading at night', 'Webinar', 'unloading-night', [60, 60], 4_700, 'Unloading at night'),
    sent('outreach-pilot', 'Outreach, pilot list', 'Outreach', 'pilot-mails', [30, 54], 7_100, 'contracts that end'),
    sent('dock-antwerp', 'Dock day Antwerp', 'Dock day', 'dock-antwerp', [73, 73], 17_200, 'Antwerp'),
    sent('dock-ghent', 'Dock day Ghent', 'Dock day', 'dock-ghent', [80, 80], 12_400, 'Ghent'),
    sent('utrecht-fair', 'Utrecht fair {year}', 'Fair', 'utrecht-stand', [8, 10], 38_600, 'Utrecht fair'),
    sent('story-fresh', 'Story: Brabant Fresh and the missing hour', 'Content', 'story-fresh', [49, 260], 5_900, 'the Brabant Fresh story'),
    sent('podcasts', 'Guest in four podcasts', 'Social', null, [38, 150], 9_800, 'a podcast about docks'),
  ],
};
