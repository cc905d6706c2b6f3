import type { JsonObject } from '@parley/shared/lib/json';
import type { FormField } from '@parley/shared/nodes/formOf';
import { IconChevronRight } from '@tabler/icons-react';
import styles from './Field.module.css';

/** Whether the entries of a list are long enough to be read one at a time: they begin with what they are called, and much follows. */
export function foldsEntries(field: FormField): boolean {
  const plain = field.fields.filter(({ meta }) => !meta.advanced);
  return plain.length > 3 && plain[0]?.meta.widget === 'text';
}

/** An entry of a list that is not worked on: what it is called and what it takes, on one line that opens it. */
export function FoldedEntry({ field, entry, onOpen }: { field: FormField; entry: JsonObject; onOpen: () => void }) {
  const [called] = field.fields;
  const kind = field.fields.find(({ meta }) => meta.widget === 'select');
  const text = String(entry[called?.name ?? ''] ?? '');
  const option = kind?.meta.options?.find(({ value }) => value === entry[kind.name]);
  return (
    <button type="button" className={styles.folding} aria-expanded={false} data-fold onClick={onOpen}>
      <span className="cut" dir="auto" data-empty={text === '' || undefined}>{text || (field.meta.item?.label ?? field.meta.label)}</span>
      <span className={styles.tail}>{option?.label}<IconChevronRight size={14} stroke={1.75} aria-hidden="true" /></span>
    </button>
  );
}
