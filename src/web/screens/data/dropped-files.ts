/** Files that were dropped, folders within them too, without what the system put there. */

const isSystems = (name: string): boolean => /^(\.|~\$)|^(thumbs\.db|desktop\.ini)$/i.test(name);

/** All files of a drop, in order of their names. */
export const droppedFiles = async (data: DataTransfer): Promise<readonly File[]> => {
  // Entries must be taken before anything is awaited: afterwards the drop is gone.
  const entries = [...data.items].map((item) => (item.kind === 'file' ? item.webkitGetAsEntry() : null));
  const plain = [...data.files];
  if (entries.every((entry) => entry === null)) return sorted(plain);
  const found: File[] = [];
  for (const entry of entries) if (entry) found.push(...(await within(entry)));
  return sorted(found);
};

/** The files chosen in a file field, of a folder too. */
export const chosenFiles = (files: FileList | null): readonly File[] => sorted([...(files ?? [])]);

const sorted = (files: readonly File[]): File[] =>
  files.filter(({ name }) => !isSystems(name)).toSorted((a, b) => a.name.localeCompare(b.name));

const within = async (entry: FileSystemEntry): Promise<File[]> => {
  if (isSystems(entry.name)) return [];
  if (entry.isFile) return [await new Promise<File>((done, failed) => (entry as FileSystemFileEntry).file(done, failed))];
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: File[] = [];
  // A reader gives a hundred at a time, and an empty list at the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, failed) => reader.readEntries(done, failed));
    if (some.length === 0) return found;
    for (const one of some) found.push(...(await within(one)));
  }
};
