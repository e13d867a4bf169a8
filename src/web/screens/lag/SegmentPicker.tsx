import { Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useCompany } from '../../state/company.tsx';
import css from './SegmentPicker.module.css';

/** Which segment of the audience is looked at; nothing where none is defined. */
export const SegmentPicker = ({ value, onChoose }: { readonly value: string | null; readonly onChoose: (name: string | null) => void }) => {
  const { book } = useCompany();
  const names = [...book.segment.values()].filter(({ retired }) => !retired).map(({ name }) => name);
  if (names.length === 0) return null;
  return (
    <Menu position="bottom-end" offset={4} zIndex={400}>
      <Menu.Target>
        <button type="button" className={css.pick}>
          {value ?? 'All segments'}
          <IconChevronDown size={14} stroke={1.6} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onChoose(null)}>All segments</Menu.Item>
        {names.map((name) => (
          <Menu.Item key={name} onClick={() => onChoose(name)}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};
