import { useTranslation } from 'react-i18next';
import { useLastEdits } from '../store/lastEdits.ts';
import { useDesigner } from '../store/designerContext.ts';
import { relativeTime } from '../ui/relativeTime.ts';
import styles from './Inspector.module.css';

/** The foot of the inspector: who changed this last, as far as this visit knows. */
export function LastEdit({ id }: { id: string }) {
  const { t } = useTranslation();
  const { flowId } = useDesigner();
  const edit = useLastEdits((edits) => edits[`${flowId}/${id}`]);
  if (!edit) return null;
  return <div className={styles.foot}><span>{t('inspector.editedBy', { name: edit.by ?? t('inspector.you'), time: relativeTime(edit.at) })}</span></div>;
}
