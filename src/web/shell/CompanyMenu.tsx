import { Menu } from '@mantine/core';
import { useLocation } from 'wouter';
import { IconCheck, IconChevronDown, IconPlus } from '@tabler/icons-react';
import { quarterOf, weekOf } from '../../kernel/fiscal.ts';
import { quarterWords } from '../../views/words/format.ts';
import { useCompany } from '../state/company.tsx';
import { useSession } from '../state/session.tsx';
import css from './CompanyMenu.module.css';

/** Which company this is, and the way to the others. */
export const CompanyMenu = () => {
  const { id, company, today } = useCompany();
  const { me } = useSession();
  const [, go] = useLocation();
  const period = quarterOf(company.fiscal, today);
  const { week, of } = weekOf(period, today);
  return (
    <Menu width={268}>
      <Menu.Target>
        <button type="button" className={css.company}>
          <span className={css.mark} aria-hidden="true">
            {company.name.charAt(0).toUpperCase()}
          </span>
          <span className={css.name}>
            <b>{company.name}</b>
            <small>
              {quarterWords(period.id)}, week {week} of {of}
            </small>
          </span>
          <span className="unseen">Switch company</span>
          <IconChevronDown size={13} stroke={1.6} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {me.companies.map((c) => (
          <Menu.Item
            key={c.id}
            onClick={() => c.id !== id && go(`~/c/${c.id}`)}
            leftSection={<span className={css.small}>{c.name.charAt(0).toUpperCase()}</span>}
            rightSection={c.id === id ? <IconCheck size={15} stroke={1.8} aria-label="open" /> : null}
          >
            {c.name}
            <small className={css.role}>{c.demo ? `${c.role}, invented company` : c.role}</small>
          </Menu.Item>
        ))}
        {me.houseOwner && (
          <>
            <Menu.Divider />
            <Menu.Item leftSection={<IconPlus size={15} stroke={1.6} aria-hidden="true" />} onClick={() => go('~/start')}>
              Add a company
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
};
