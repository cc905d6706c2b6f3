import { useTranslation } from 'react-i18next';
import { useDesigner } from '../store/designerContext.ts';
import { colourStyle, useOthers } from '../store/others.ts';
import styles from './Field.module.css';

/** Whose keyboard is in this field beside mine. */
export function TypedBy({ field }: { field: string }) {
  const { t } = useTranslation();
  const { flowId } = useDesigner();
  const people = useOthers(({ fields }) => fields[`${flowId}/${field}`]);
  const colours = useOthers((state) => state.colours);
  if (!people) return null;
  return <p className={styles.typedBy}>{people.map(({ id, name }) => <span key={id} dir="auto" style={colourStyle(colours, id)}>{t('together.typing', { name })}</span>)}</p>;
}
