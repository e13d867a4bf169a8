import { useEffect } from 'react';
import { Link, Redirect, Route, Router, Switch } from 'wouter';
import { Button } from './components/Button.tsx';
import { Empty } from './components/Empty.tsx';
import { ErrorInPlace } from './components/ErrorInPlace.tsx';
import { Head } from './components/Head.tsx';
import { Loading } from './components/Loading.tsx';
import type { Group } from './places/place.ts';
import { GROUPS } from './places/groups.ts';
import { PLACES } from './places/places.ts';
import { FrontPage } from './shell/FrontPage.tsx';
import { Shell } from './shell/Shell.tsx';
import { CompanyProvider } from './state/company.tsx';
import { keepLastCompany } from './state/last-company.ts';

/** The address of a group alone goes to its first place. */
const FIRST_OF = (Object.keys(GROUPS) as Group[]).flatMap((group) => {
  const first = PLACES.find((place) => place.group === group);
  return first ? [{ group, href: first.href }] : [];
});

/** One company: its book, its frame, its places. Addresses within are relative to /c/<company>. */
export const CompanyFrame = ({ id }: { readonly id: string }) => {
  useEffect(() => keepLastCompany(id), [id]);
  return (
    <Router base={`/c/${id}`}>
      <CompanyProvider
        key={id}
        id={id}
        waiting={
          <FrontPage>
            <Loading what="the company" />
          </FrontPage>
        }
        failed={(problem, again) => (
          <FrontPage>
            <ErrorInPlace problem={problem} what="This company could not be opened." again={again} />
            <p>
              <Link href="~/" className="lnk">
                Go to your companies
              </Link>
            </p>
          </FrontPage>
        )}
      >
        <Shell>
          <Switch>
            {PLACES.map(({ path, screen: Screen }) => (
              <Route key={path} path={path}>
                <Screen />
              </Route>
            ))}
            {FIRST_OF.map(({ group, href }) => (
              <Route key={group} path={`/${group}`}>
                <Redirect to={href} replace />
              </Route>
            ))}
            <Route>
              <Head title="There is no such page." />
              <Empty action={<Button href="/">Go home</Button>}>The address may be cut, or what stood here was moved.</Empty>
            </Route>
          </Switch>
        </Shell>
      </CompanyProvider>
    </Router>
  );
};
