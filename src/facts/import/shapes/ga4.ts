/**
 * GA4: events of the BigQuery export, as stage-ga4.ts puts them into plain columns.
 *
 * The rule for what is a touch stands in the mapping and may be changed there: the beginning of a visit, and the events
 * that Google recommends for leads and that its enhanced measurement sends for forms and files. A page seen within a
 * visit is none. Who the visitor is says user_id, where the site sends it.
 */
import { feed } from '../feed.ts';
import { GA4_HEADERS } from '../stage-ga4.ts';
import type { Shape } from './shape.ts';

/** Values of `Touch` that are touches unless a person says otherwise. */
export const GA4_TOUCHES = [
  'Visit',
  'generate_lead',
  'qualify_lead',
  'form_submit',
  'sign_up',
  'file_download',
  'request_demo',
  'request_quote',
  'book_meeting',
  'webinar_register',
  'join_group',
];

const column = (name: (typeof GA4_HEADERS)[number]): { readonly header: string } => ({ header: name });

export const GA4: readonly Shape[] = [
  {
    id: 'ga4-events',
    words: 'Google Analytics events',
    has: (columns) => GA4_HEADERS.every((name) => columns.byHeader(name) !== undefined),
    feeds: () => ({
      feeds: [
        feed(
          'touch',
          {
            id: column('Touch ID'),
            visitor: column('Visitor'),
            touched_on: { ...column('Event time'), format: 'epoch-us' },
            channel: column('Channel'),
            campaign: column('Campaign'),
            kind: column('Touch'),
            what: column('Page'),
            offline: { constant: 'false' },
            part: column('Part'),
          },
          { where: { header: 'Touch', in: GA4_TOUCHES } },
        ),
        feed(
          'visitor_link',
          {
            id: column('Link ID'),
            visitor: column('Visitor'),
            user_id: column('User ID'),
            since_on: { ...column('Event time'), format: 'epoch-us' },
          },
          { where: { header: 'Link ID', filled: true }, side: true },
        ),
      ],
    }),
  },
];
