import { bookOf, AS_OF } from './tests/demo/told-book.ts';
import * as D from './src/demo/demo.ts';
import { delivery } from './src/views/delivery/delivery.ts';
const make = (D as any).demoOf ?? (D as any).demo;
const demo = make({ seed: 'x', asOf: AS_OF, scale: 0.05 });
const book = bookOf(demo);
let t = performance.now();
const d = delivery(book, { today: AS_OF });
console.log(performance.now()-t, d.ground.ruling, d.ground.throughput.weeks, d.ground.throughput.perWeek, d.lines, { ...d.horizon, stale: d.horizon?.stale.length }, d.ground.capacity, d.lastDay);
for (const i of d.items) { const it = book.item.get(i.id)!; console.log(i.place, it.ref, it.title.slice(0,40), book.priority.get(it.priority as any)?.moscow ?? '-', book.priority.get(it.priority as any)?.period ?? '', i.days, i.guessedFrom, i.p50, i.p85, i.p95, i.chance?.toFixed(2), it.startedOn ?? '', it.request?.on ?? it.addedOn); }
