/**
 * Counts which rows of the Backlog React draws anew, from outside: it listens where its developer tools would, and reads
 * off each commit which components did work. Nothing of it is in the product.
 */
import type { Page } from 'playwright-core';

/** React's own mark of a component that ran in this commit. */
const PERFORMED_WORK = 1;

/** Before the first page is opened. */
export const countRenders = async (page: Page): Promise<void> => {
  await page.addInitScript((performedWork) => {
    type Fiber = {
      readonly tag: number;
      readonly flags: number;
      readonly stateNode: unknown;
      readonly child: Fiber | null;
      readonly sibling: Fiber | null;
    };
    const drawn = new Map<string, number>();
    let seen = new WeakSet<object>();
    const itemOf = (fiber: Fiber): string | null => {
      const host = fiber.child?.stateNode;
      return host instanceof HTMLElement ? (host.dataset['item'] ?? null) : null;
    };
    const walk = (fiber: Fiber | null, next: WeakSet<object>): void => {
      for (let at = fiber; at; at = at.sibling) {
        next.add(at);
        const item = itemOf(at);
        if (item && at.stateNode === null && (at.flags & performedWork) !== 0 && !seen.has(at)) drawn.set(item, (drawn.get(item) ?? 0) + 1);
        walk(at.child, next);
      }
    };
    Object.assign(globalThis, {
      drawnRows: drawn,
      __REACT_DEVTOOLS_GLOBAL_HOOK__: {
        supportsFiber: true,
        renderers: new Map(),
        inject: () => 1,
        onCommitFiberUnmount: () => undefined,
        onPostCommitFiberRoot: () => undefined,
        onCommitFiberRoot: (_: number, root: { readonly current: Fiber }) => {
          const next = new WeakSet<object>();
          walk(root.current, next);
          seen = next;
        },
      },
    });
  }, PERFORMED_WORK);
};

/** Items drawn anew since the last time this was asked. */
export const drawnSince = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { drawnRows } = globalThis as unknown as { drawnRows: Map<string, number> };
    const items = [...drawnRows.keys()];
    drawnRows.clear();
    return items;
  });
