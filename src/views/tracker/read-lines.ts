/** A pasted list: one promise a line, as people keep them. Bullets, numbers and check boxes are not part of it. */
import { rowOf, type TrackerTable } from './table.ts';

const BULLET = /^\s*(?:[-*•–—·▪]|\d{1,3}[.)])\s+/;
const BOX = /^\[( |x|X|✓)?\]\s*/;

export const readLines = (text: string): TrackerTable => {
  const headers = ['Title', 'Status'];
  const rows = text.split(/\r\n|\r|\n/).flatMap((line, n) => {
    const bare = line.replace(BULLET, '').trim();
    const box = BOX.exec(bare);
    const title = bare.replace(BOX, '').trim();
    return title === '' ? [] : [rowOf(headers, [title.slice(0, 200), box && box[1]?.trim() ? 'Done' : 'To do'], n + 1)];
  });
  return { file: 'pasted list', headers, rows, broken: [] };
};
