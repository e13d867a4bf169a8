/** Links: built from a campaign's tracking key, and checked for what a touch by them would be given. */
import { z } from 'zod';
import { companyId, list, shape } from './shape.ts';

const text = z.string().max(200).default('');

export const linksContract = {
  'link build': shape({
    summary:
      "Build links of a campaign by the house's conventions: lower case, what the address carries is kept; refused where they would break",
    effect: 'read',
    access: 'read',
    places: ['campaign', 'address…'],
    input: z.object({
      company: companyId,
      campaign: z.string().min(1).describe('Its id, its tracking key or another of its names'),
      address: z.union([z.string(), z.array(z.string()).min(1).max(200)]).describe('Where the links lead'),
      source: text.describe('Who carries the link: linkedin; without it what is usual for the channel'),
      medium: text.describe('How: paid-social'),
      content: text.describe('Which of several links'),
      term: text.describe('What was searched for'),
    }),
    output: z.object({
      campaign: z.object({ id: z.string(), name: z.string(), key: z.string() }),
      links: list(
        z.object({
          address: z.string(),
          url: z.string().nullable(),
          channel: z.string().nullable().describe('The channel of a touch by it, told by the written rules'),
          changed: list(z.string()),
          refused: z.object({ text: z.string(), todo: z.string() }).nullable(),
        }),
      ),
    }),
  }),
  'link check': shape({
    summary:
      'Check links in a text: the campaign and channel a touch by each would be given, what is wrong, and the link as it ought to be',
    effect: 'read',
    access: 'read',
    places: ['text…'],
    input: z.object({
      company: companyId,
      text: z.union([z.string().max(500_000), z.array(z.string()).max(2000)]).describe('Addresses, or any text they stand in'),
    }),
    output: z.object({
      links: list(
        z.object({
          found: z.string(),
          campaign: z.object({ id: z.string(), name: z.string() }).nullable(),
          near: list(z.object({ id: z.string(), name: z.string(), key: z.string() })),
          channel: z.string().nullable(),
          source: z.string().nullable(),
          medium: z.string().nullable(),
          key: z.string().nullable(),
          problems: list(z.object({ code: z.string(), text: z.string(), minor: z.boolean().describe('It counts all the same') })),
          better: z.string().nullable(),
        }),
      ),
      right: z.number(),
      lost: z.number().describe('Links whose touches would stand in "no campaign"'),
    }),
  }),
};
