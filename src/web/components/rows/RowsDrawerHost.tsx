import { lazy, Suspense } from 'react';
import { useLocation, useSearch } from 'wouter';
import { rowsWish } from './rows-link.ts';

const RowsDrawer = lazy(async () => ({ default: (await import('./RowsDrawer.tsx')).RowsDrawer }));

/** Opens the rows that the address asks for, on whatever page it is. Mounted once, by the shell. */
export const RowsDrawerHost = () => {
  const [page] = useLocation();
  const search = useSearch();
  const wish = rowsWish(search);
  if (!wish) return null;
  const rest = new URLSearchParams(search);
  rest.delete('rows');
  const left = rest.toString();
  return (
    <Suspense fallback={null}>
      <RowsDrawer wish={wish} closeTo={left === '' ? page : `${page}?${left}`} />
    </Suspense>
  );
};
