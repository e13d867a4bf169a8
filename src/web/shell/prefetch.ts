/** Parts that open over a page are fetched while nothing else happens: a press finds them there, also without a connection. */
export const prefetchParts = (): void => {
  if ('connection' in navigator && (navigator.connection as { readonly saveData?: boolean }).saveData) return;
  const fetchThem = (): void => {
    const parts = [
      import('../state/refusals-told.ts'),
      import('../components/figure/OpenNumber.tsx'),
      import('../palette/Palette.tsx'),
      import('../components/fields/CalendarInput.tsx'),
      import('../components/rows/RowsDrawer.tsx'),
    ];
    // Whatever is missing is asked for again when it is needed.
    void Promise.allSettled(parts);
  };
  if ('requestIdleCallback' in globalThis) requestIdleCallback(fetchThem, { timeout: 8000 });
  else fetchThem();
};
