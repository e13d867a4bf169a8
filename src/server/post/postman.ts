/** The postman: hands one letter to the mail server, and says whether trying again makes sense where that failed. */
import { createHash } from 'node:crypto';
import { createTransport } from 'nodemailer';
import { ok, refuse, type Result } from '../../kernel/result.ts';

export type Mail = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same letter sent twice is one. */ readonly once: string;
};
/** `forGood`: the mail server knows that this will never arrive. */
export type MailFault = { readonly fault: string; readonly forGood: boolean };
export type Postman = { readonly send: (mail: Mail) => Promise<Result<null, MailFault>>; readonly close: () => void };

/** How long a mail server may keep silent. */
const PATIENCE = 20_000;

export const openPostman = ({ smtp, from }: { readonly smtp: string; readonly from: string }): Postman => {
  const transport = createTransport(
    { url: smtp, connectionTimeout: PATIENCE, greetingTimeout: PATIENCE, socketTimeout: PATIENCE },
    { from, headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' } },
  );
  const domain = /@([^>\s]+)>?$/.exec(from)?.[1] ?? 'lockstep';
  return {
    send: async ({ to, subject, text, once }) => {
      const messageId = `<${createHash('sha256').update(once).digest('hex').slice(0, 32)}@${domain}>`;
      try {
        await transport.sendMail({ to: { name: '', address: to }, subject, text, messageId });
        return ok(null);
      } catch (fault) {
        const { message, responseCode } = fault as Error & { readonly responseCode?: number };
        return refuse({ fault: message, forGood: responseCode !== undefined && responseCode >= 550 && responseCode <= 554 });
      }
    },
    close: () => transport.close(),
  };
};
