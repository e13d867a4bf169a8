/** The server's log: one JSON object a line on stderr. Callers hand over what may be read by anybody: no bodies, queries, tokens or addresses of people. */
export type Log = {
  readonly info: (what: string, about?: About) => void;
  readonly warn: (what: string, about?: About) => void;
  /** A defect: what broke, with its stack. */
  readonly defect: (what: string, fault: unknown, about?: About) => void;
};
type About = { readonly [name: string]: string | number | boolean | null };

/** A log that writes lines with `write`; without `all`, what merely happened is left out. */
export const openLog = (write: (line: string) => void, all: boolean, now: () => string): Log => {
  const line = (level: string, what: string, about: About = {}): void => write(`${JSON.stringify({ at: now(), level, what, ...about })}\n`);
  return {
    info: (what, about) => {
      if (all) line('info', what, about);
    },
    warn: (what, about) => line('warn', what, about),
    defect: (what, fault, about) =>
      line('error', what, { ...about, fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) }),
  };
};
