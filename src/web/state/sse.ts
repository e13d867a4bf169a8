/** Server-sent events, read from the chunks of a response. */

export type ServerEvent = { readonly event: string; readonly id: string | null; readonly data: string };

/** A reader to which chunks are handed; it answers with the events that they completed. */
export const eventReader = (): ((chunk: string) => ServerEvent[]) => {
  let kept = '';
  let event = '';
  let data: string[] = [];
  let id: string | null = null;
  const take = (line: string): ServerEvent | null => {
    if (line === '') {
      const whole = data.length > 0 ? { event: event || 'message', id, data: data.join('\n') } : null;
      event = '';
      data = [];
      return whole;
    }
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') event = value;
    else if (field === 'data') data.push(value);
    else if (field === 'id') id = value;
    return null;
  };
  return (chunk) => {
    const lines = (kept + chunk).split(/\r\n|\n|\r(?!$)/);
    kept = lines.pop() ?? '';
    return lines.map(take).filter((e) => e !== null);
  };
};
