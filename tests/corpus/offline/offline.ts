/** Lists of who attended: badge scans, webinar tools, clipboards. */
import type { Family } from '../corpus.ts';

export const offline: Family = {
  folder: 'offline',
  files: [
    {
      file: 'dock-day-utrecht-2026-03-12-attendees.csv',
      is: 'event and day stand only in the name of the file',
      wish: { answers: { 'event-name': 'dock-day-utrecht', 'event-day': '2026-03-12' } },
      yields: {
        rows: { touch: 2 },
        findings: ['only-attended'],
        also: {
          'select any_value(campaign) from touch': 'dock-day-utrecht',
          'select any_value(touched_on) from touch': '2026-03-12',
          'select bool_and(offline) from touch': 'true',
          'select any_value(channel) from touch': 'Event',
        },
      },
    },
    {
      file: 'zoom-webinar.csv',
      is: 'a webinar report with its title above, join times, and one who did not come',
      wish: { zone: 'Europe/Amsterdam' },
      yields: {
        rows: { touch: 2 },
        also: {
          'select any_value(campaign) from touch': 'Dock planning in practice',
          'select min(touched_at) from touch': '2026-03-12T14:01:10.000Z',
          'select bool_or(offline) from touch': 'false',
          'select any_value(channel) from touch': 'Webinar',
        },
      },
    },
    {
      file: 'badge-scans.xlsx',
      is: 'a workbook of badge scans: two lines of title, times of day as dates, one who did not come, one without an address',
      wish: { zone: 'Europe/Amsterdam' },
      yields: {
        rows: { touch: 3 },
        findings: ['only-attended'],
        also: {
          'select any_value(campaign) from touch': 'dock-day-utrecht',
          "select touched_at from touch where email = 'petra@kornhaus.example'": '2026-03-12T08:04:00.000Z',
          'select account_id from touch where email is null': 'Faro Srl',
          'select bool_and(offline) from touch': 'true',
        },
      },
    },
    {
      file: 'no-day-anywhere.csv',
      is: 'neither the file nor its name says the day',
      refused: { code: 'questions-open', mend: /event-day/ },
    },
  ],
};
