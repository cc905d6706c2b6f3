import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { addAndWrite } from '../commands/adding.ts';
import { useDesigner, useFlowState } from '../store/designerContext.ts';
import { NodeIcon } from '../ui/NodeIcon.tsx';
import styles from './Canvas.module.css';

/** What most conversations begin with. */
const firsts = ['message', 'choice', 'ask'];

/** On a drawing that has only its start: what to do first. */
export function FirstStep() {
  const { t } = useTranslation();
  const desk = useDesigner();
  const empty = useFlowState(({ flow }) => Object.values(flow.nodes).every(({ type }) => type === 'start'));
  if (!empty || !desk.editable) return null;
  return (
    <section className={styles.first} aria-label={t('canvas.first')}>
      <p>{t('canvas.firstText')}</p>
      <div>
        {firsts.flatMap((name) => desk.nodeTypes[name] ?? []).map(({ type, label, icon }) => (
          <Button key={type} size="sm" leftSection={<NodeIcon name={icon} size={14} />} onClick={() => addAndWrite(desk, { type })}>{label}</Button>
        ))}
      </div>
    </section>
  );
}
