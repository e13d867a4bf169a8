/** Sources: programs that may send events in by the door of the Twilio Segment API, and what became of what they sent. */
import { z } from 'zod';
import { companyId, list, none, shape } from './shape.ts';

const id = z.string().min(1).max(60);
const became = z.enum(['waiting', 'touch', 'link', 'kept', 'refused']);

export const sourcesContract = {
  sources: shape({
    summary: 'Programs that may send events, with what became of what they sent',
    effect: 'read',
    access: 'write',
    input: z.object({
      company: companyId,
      days: z.coerce.number().int().min(1).max(400).default(30).describe('Days that are counted, today the last'),
    }),
    output: z.object({
      url: z.string().describe('Host to give the client library; its path is /v1/batch'),
      since: z.string(),
      keptDays: z.number().describe('Days for which a message id is known again and events that became nothing can still be counted'),
      touchEvents: list(z.string()).describe('Names of track events that are touches by the written rule'),
      sources: list(
        z.object({
          id: z.string(),
          name: z.string(),
          src: z.string(),
          touches: list(z.string()),
          madeBy: z.string(),
          madeAt: z.string(),
          revokedAt: z.string().nullable(),
          beforeUntil: z.string().nullable().describe('Until when the write key before the last change still opens'),
          lastAt: z.string().nullable(),
          events: list(z.object({ type: z.string(), event: z.string(), became, reason: z.string(), n: z.number(), lastAt: z.string() })),
        }),
      ),
    }),
  }),
  'source add': shape({
    summary: 'Make a write key for a program that sends events; it is shown once',
    effect: 'write',
    access: 'own',
    places: ['name'],
    input: z.object({
      company: companyId,
      name: z.string().trim().min(1).max(80),
      source: z.string().trim().min(1).max(60).default('segment').describe('System that its ids belong to'),
    }),
    output: z.object({ id: z.string(), writeKey: z.string(), url: z.string() }),
  }),
  'source key': shape({
    summary: 'Give a program another write key, shown once; the one it had still opens for a while',
    effect: 'write',
    access: 'own',
    places: ['id'],
    input: z.object({
      company: companyId,
      id,
      hours: z.coerce
        .number()
        .int()
        .min(0)
        .max(720)
        .default(24)
        .describe('Hours for which the key before still opens; 0: it is worthless at once'),
    }),
    output: z.object({ writeKey: z.string(), url: z.string(), beforeUntil: z.string() }),
  }),
  'source refused': shape({
    summary: 'Events that were not taken, as they came, with the reason; kept for 30 days',
    effect: 'read',
    access: 'write',
    places: ['id'],
    input: z.object({ company: companyId, id, limit: z.coerce.number().int().min(1).max(1000).default(100) }),
    output: z.object({
      events: list(z.object({ receivedAt: z.string(), type: z.string(), event: z.string(), reason: z.string(), json: z.string() })),
    }),
  }),
  'source revoke': shape({
    summary: 'Make a write key worthless; what was sent with it stays',
    effect: 'write',
    access: 'own',
    places: ['id'],
    input: z.object({ company: companyId, id }),
    output: none,
  }),
  'source count': shape({
    summary: 'Count track events of a name as touches, or no longer; those still kept are counted, too',
    effect: 'write',
    access: 'write',
    places: ['id', 'event'],
    input: z.object({ company: companyId, id, event: z.string().trim().min(1).max(200), counts: z.boolean().default(true) }),
    output: z.object({ touches: list(z.string()), again: z.number().describe('Events that were kept and are now touches') }),
  }),
};
