import css from './Avatar.module.css';

const initials = (name: string): string => {
  const words = name.trim().split(/\s+/);
  return ((words[0]?.[0] ?? '') + (words.length > 1 ? (words.at(-1)?.[0] ?? '') : '')).toUpperCase();
};

/** A person, by initials; nobody is a dashed ring. The name stands beside it or in its title. */
export const Avatar = ({ name }: { readonly name: string | null }) => (
  <span className={`${css.av} ${name ? '' : css.none}`} title={name ?? 'Nobody'} aria-hidden="true">
    {name ? initials(name) : '–'}
  </span>
);
