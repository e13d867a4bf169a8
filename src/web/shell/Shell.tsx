import { Suspense, useEffect, useRef, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { OpenNumberHost } from '../components/figure/OpenNumberHost.tsx';
import { RowsDrawerHost } from '../components/rows/RowsDrawerHost.tsx';
import { Loading } from '../components/Loading.tsx';
import { Toasts } from '../components/Toasts.tsx';
import { PaletteHost } from '../palette/PaletteHost.tsx';
import { usePlaceHere } from '../places/here.ts';
import { useCompany } from '../state/company.tsx';
import { Bar } from './Bar.tsx';
import { Boundary } from './Boundary.tsx';
import { DemoBanner } from './DemoBanner.tsx';
import { prefetchParts } from './prefetch.ts';
import { Rail } from './Rail.tsx';
import css from './Shell.module.css';
import { ShellKeys } from './ShellKeys.tsx';
import { Tabs } from './Tabs.tsx';

/** The frame around every page of a company. */
export const Shell = ({ children }: { readonly children: ReactNode }) => {
  const { company } = useCompany();
  const place = usePlaceHere();
  const [address] = useLocation();
  const main = useRef<HTMLElement>(null);
  const name = place?.name ?? 'Not found';
  useEffect(() => {
    document.title = `${name} · ${company.name} · Lockstep`;
  }, [name, company.name]);
  useFocusedPage(main, name);
  useEffect(() => {
    const soon = setTimeout(prefetchParts, 2500);
    return () => clearTimeout(soon);
  }, []);

  return (
    <div className={`app ${css.app}`}>
      <a className={`skip ${css.skip}`} href="#page">
        Skip to the page
      </a>
      <Rail />
      <div className={css.column}>
        {company.demo && <DemoBanner />}
        <Bar />
        <main ref={main} id="page" className={css.page} tabIndex={-1}>
          <Boundary key={address}>
            <Suspense fallback={<Loading what={name} />}>{children}</Suspense>
          </Boundary>
        </main>
      </div>
      <Tabs />
      <RowsDrawerHost />
      <OpenNumberHost />
      <PaletteHost />
      <ShellKeys />
      <Toasts />
    </div>
  );
};

/** A new page starts at its top and has the focus; within one page (a drawer, a filter) nothing jumps. */
const useFocusedPage = (main: React.RefObject<HTMLElement | null>, place: string): void => {
  const first = useRef(true);
  useEffect(() => {
    if (first.current) first.current = false;
    else {
      scrollTo(0, 0);
      main.current?.focus({ preventScroll: true });
    }
  }, [place, main]);
};
